// The one way in which pages of the staff ask over HTTP: what was asked or one refusal, parsed, and in the visit it was
// asked in. The session is a cookie no script sees.
import * as v from 'valibot';
import { ofThisVisit } from './visit.js';

export type Asked<S extends v.GenericSchema> = {
  /** Under `/api/`. */
  path: string;
  /** Without one nothing is changed, and nothing is sent. */
  body?: object;
  method?: 'GET' | 'POST' | 'PUT';
  answer: S;
};
type Said<S extends v.GenericSchema, R extends v.GenericSchema> =
  v.InferOutput<S> | v.InferOutput<R> | { refused: 'unavailable' };

export const ask = <S extends v.GenericSchema, R extends v.GenericSchema>(
  asked: Asked<S>,
  refusals: R,
): Promise<Said<S, R>> => ofThisVisit(askForThePage(asked, refusals));

/** For what is the page's own affair: whoever is there when it is answered. */
export async function askForThePage<S extends v.GenericSchema, R extends v.GenericSchema>(
  { path, body, method = body ? 'POST' : 'GET', answer }: Asked<S>,
  refusals: R,
): Promise<Said<S, R>> {
  try {
    const response = await fetch(`/api/${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-veille': '1' },
      credentials: 'same-origin',
      cache: 'no-store',
      ...(body && { body: JSON.stringify(body) }),
    });
    const said: unknown = await response.json();
    const parsed = v.safeParse(response.ok ? v.union([answer, refusals]) : refusals, said);
    return parsed.success ? parsed.output : { refused: 'unavailable' };
  } catch {
    return { refused: 'unavailable' };
  }
}
