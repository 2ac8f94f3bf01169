// One request of a desk over HTTP: what was asked, or one refusal, parsed; what cannot hold comes back with its field.
import { deskRefused } from '@veille/shared';
import type { DeskRefused } from '@veille/shared';
import * as v from 'valibot';

type Asked<S extends v.GenericSchema> = {
  method?: 'GET' | 'PUT' | 'POST';
  path: string;
  body?: object;
  answer: S;
};

export async function deskRequest<S extends v.GenericSchema>(
  asked: Asked<S>,
): Promise<v.InferOutput<S> | DeskRefused> {
  const { method = 'GET', path, body, answer } = asked;
  try {
    const response = await fetch(`/api/desk/${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-veille': '1' },
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body && { body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json();
    const parsed = v.safeParse(response.ok ? answer : deskRefused, said);
    return parsed.success ? parsed.output : { refused: 'unavailable' };
  } catch {
    return { refused: 'unavailable' };
  }
}
