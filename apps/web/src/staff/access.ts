// Accounts over HTTP: coming in, going out, and inviting somebody.
import { accessRefused, halfway, invitation, type invite, nothing, who } from '@veille/shared';
import type { AccessRefusal } from '@veille/shared';
import * as v from 'valibot';
import { ask, askForThePage } from '../wire/asking.js';

export type Refused = { refused: AccessRefusal };
type Asking<S extends v.GenericSchema> = {
  under?: 'access' | 'factor' | 'post' | 'staff';
  path: string;
  body?: object;
  answer: S;
};

export const request = <S extends v.GenericSchema>({
  under = 'access',
  path,
  ...asked
}: Asking<S>): Promise<v.InferOutput<S> | Refused> =>
  ask({ ...asked, path: `${under}/${path}` }, accessRefused);

export type Credentials = { pseudonym: string; password: string };

export const access = {
  me: () => request({ path: 'me', answer: who }),
  signIn: (body: Credentials & { association?: string }) =>
    request({ path: 'sign-in', body, answer: v.union([who, halfway]) }),
  accept: (body: Credentials & { invitation: string }) =>
    request({ path: 'invitations/accept', body, answer: v.union([who, halfway]) }),
  /** By who has left already. */
  signOut: () => askForThePage({ path: 'access/sign-out', body: {}, answer: nothing }, accessRefused),
  invite: (body: v.InferInput<typeof invite>) => request({ path: 'invitations', body, answer: invitation }),
};
