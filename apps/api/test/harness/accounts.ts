// Accounts for a journey, made the way people get theirs: the first link, then invitations.
import type { Role } from '@veille/shared';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { codeAt } from './totp-app.js';

/** A service one can knock at, in this process or in others. */
export type House = {
  readonly nodes: readonly { readonly firstCoordinatorLink: string | undefined }[];
  at(node: number): string;
};
const coordinators = new WeakMap<House, Promise<string>>();

/** The session cookie of the first account: an administrator, of the first association. */
export const theAdministrator = (service: House): Promise<string> =>
  coordinators.get(service) ?? theFirst(service);

/** Whom to invite; `by`: who invites, the first account unless it is said. */
type Newcomer = { role: Role; association?: string; post?: string; by?: string; pseudonym?: string };

/** The session cookie of a new account. */
export async function anAccount(service: House, newcomer: Role | Newcomer): Promise<string> {
  const { by, pseudonym, ...body }: Newcomer = typeof newcomer === 'string' ? { role: newcomer } : newcomer;
  const cookie = by ?? (await theAdministrator(service));
  const { link } = await post(service, 'access/invitations', { body, cookie });
  return accept(service, tokenOf(link), pseudonym);
}

function theFirst(service: House): Promise<string> {
  // With several nodes, each made the first invitation anew: the last one made is the one that stands.
  const made = accept(service, tokenOf(service.nodes.at(-1)?.firstCoordinatorLink));
  coordinators.set(service, made);
  return made;
}

async function accept(
  service: House,
  invitation: string,
  pseudonym = `Camille ${randomBytes(5).toString('hex')}`,
): Promise<string> {
  const { cookie } = await post(service, 'access/invitations/accept', {
    body: { invitation, pseudonym, password: 'correct cheval pile agrafe' },
  });
  return (await enrols(service, cookie)).cookie;
}

/** Another cookie: with an app for its second factor, the account may do all it may. `secret`: what the app knows. */
export async function enrols(service: House, before: string): Promise<{ cookie: string; secret: string }> {
  const { secret = '' } = await post(service, 'factor/enrol', { body: { kind: 'totp' }, cookie: before });
  const code = codeAt(secret, Date.now());
  const { cookie } = await post(service, 'factor/confirm', { body: { code }, cookie: before });
  return { cookie, secret };
}

/** The cookie of a half session becomes that of a session: by the app's next code, for this one may have been used. */
export async function proves(service: House, half: string, secret: string): Promise<string> {
  const proof = { code: codeAt(secret, Date.now() + 30_000) };
  return (await post(service, 'factor/prove', { body: { proof }, cookie: half })).cookie;
}

type Posted = { link: string | undefined; secret: string | undefined; cookie: string };
const told = v.object({ link: v.optional(v.string()), secret: v.optional(v.string()) });

async function post(
  service: House,
  path: string,
  { body, cookie }: { body: object; cookie?: string },
): Promise<Posted> {
  const response = await fetch(`${service.at(0)}/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-veille': '1', ...(cookie !== undefined && { cookie }) },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} was refused: ${JSON.stringify(answer)}`);
  const { link, secret } = v.parse(told, answer);
  return { link, secret, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

function tokenOf(link: string | undefined): string {
  const token = link?.split('#invitation=')[1];
  if (token === undefined) throw new Error('no invitation in this link');
  return token;
}
