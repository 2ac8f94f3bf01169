// The line over HTTP, for those who run it: what holds, or one refusal; settings that cannot hold come back with their field.
import { deskLine, deskRefused } from '@veille/shared';
import type { DeskLine, DeskRefused, LineMode, LineSettings } from '@veille/shared';
import * as v from 'valibot';

type Method = 'GET' | 'PUT' | 'POST';

async function request(method: Method, path: string, body?: object): Promise<DeskLine | DeskRefused> {
  try {
    const response = await fetch(`/api/desk/${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-veille': '1' },
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body && { body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json();
    const parsed = v.safeParse(response.ok ? deskLine : deskRefused, said);
    return parsed.success ? parsed.output : { refused: 'unavailable' };
  } catch {
    return { refused: 'unavailable' };
  }
}

export const deskLineOverHttp = {
  read: () => request('GET', 'line'),
  choose: (settings: LineSettings) => request('PUT', 'line', settings),
  decide: (mode: LineMode) => request('POST', 'line/mode', { mode }),
};
