// Accounts for a journey, made the way people get theirs: the first link, then invitations.
import type { Role } from '@veille/shared';
import { randomBytes } from 'node:crypto';
import type { Service } from './a-service.js';

const coordinators = new WeakMap<Service, Promise<string>>();

/** The session cookie of the first account: an administrator, of the first association. */
export const theAdministrator = (service: Service): Promise<string> =>
  coordinators.get(service) ?? theFirst(service);

/** Whom to invite; `by`: who invites, the first account unless it is said. */
type Newcomer = { role: Role; association?: string; post?: string; by?: string; pseudonym?: string };

/** The session cookie of a new account. */
export async function anAccount(service: Service, newcomer: Role | Newcomer): Promise<string> {
  const { by, pseudonym, ...body }: Newcomer = typeof newcomer === 'string' ? { role: newcomer } : newcomer;
  const cookie = by ?? (await theAdministrator(service));
  const { link } = await post(service, 'invitations', { body, cookie });
  return accept(service, tokenOf(link), pseudonym);
}

function theFirst(service: Service): Promise<string> {
  // With several nodes, each made the first invitation anew: the last one made is the one that stands.
  const made = accept(service, tokenOf(service.nodes.at(-1)?.firstCoordinatorLink));
  coordinators.set(service, made);
  return made;
}

async function accept(
  service: Service,
  invitation: string,
  pseudonym = `Camille ${randomBytes(5).toString('hex')}`,
): Promise<string> {
  const { cookie } = await post(service, 'invitations/accept', {
    body: { invitation, pseudonym, password: 'correct cheval pile agrafe' },
  });
  return cookie;
}

type Posted = { link: string | undefined; cookie: string };

async function post(
  service: Service,
  path: string,
  { body, cookie }: { body: object; cookie?: string },
): Promise<Posted> {
  const response = await fetch(`${service.at(0)}/api/access/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-veille': '1', ...(cookie !== undefined && { cookie }) },
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path} was refused: ${JSON.stringify(answer)}`);
  const link =
    typeof answer === 'object' && answer !== null && 'link' in answer ? String(answer.link) : undefined;
  return { link, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

function tokenOf(link: string | undefined): string {
  const token = link?.split('#invitation=')[1];
  if (token === undefined) throw new Error('no invitation in this link');
  return token;
}
