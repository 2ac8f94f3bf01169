// Accounts over HTTP: each request answers what was asked or one refusal, parsed. The session is a cookie no script sees.
import { accessRefused, halfway, invitation, type invite, nothing, who } from '@veille/shared';
import type { AccessRefusal } from '@veille/shared';
import * as v from 'valibot';

export type Refused = { refused: AccessRefusal };
type Request<S extends v.GenericSchema> = {
  under?: 'access' | 'factor' | 'post';
  path: string;
  body?: object;
  answer: S;
};

export async function request<S extends v.GenericSchema>(
  asked: Request<S>,
): Promise<v.InferOutput<S> | Refused> {
  try {
    const response = await fetch(`/api/${asked.under ?? 'access'}/${asked.path}`, {
      method: asked.body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', 'x-veille': '1' },
      credentials: 'same-origin',
      cache: 'no-store',
      ...(asked.body && { body: JSON.stringify(asked.body) }),
    });
    const said: unknown = await response.json();
    const parsed = v.safeParse(response.ok ? v.union([asked.answer, accessRefused]) : accessRefused, said);
    return parsed.success ? parsed.output : { refused: 'unavailable' };
  } catch {
    return { refused: 'unavailable' };
  }
}

export type Credentials = { pseudonym: string; password: string };

export const access = {
  me: () => request({ path: 'me', answer: who }),
  signIn: (body: Credentials & { association?: string }) =>
    request({ path: 'sign-in', body, answer: v.union([who, halfway]) }),
  accept: (body: Credentials & { invitation: string }) =>
    request({ path: 'invitations/accept', body, answer: v.union([who, halfway]) }),
  signOut: () => request({ path: 'sign-out', body: {}, answer: nothing }),
  invite: (body: v.InferInput<typeof invite>) => request({ path: 'invitations', body, answer: invitation }),
};
