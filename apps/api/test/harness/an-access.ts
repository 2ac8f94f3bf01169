// The access of one installation in memory, and the people a test needs in it.
import { AccessService, type Entered, type Session } from '../../src/access/access.service.js';
import { GuessingService } from '../../src/access/guessing.service.js';
import { InvitationService } from '../../src/access/invitation.service.js';
import { SessionService } from '../../src/access/session.service.js';
import { SignInService } from '../../src/access/sign-in.service.js';
import { AssociationService } from '../../src/association/association.service.js';
import { Facts } from '../../src/platform/facts.js';
import { FakeClock } from './fake-clock.js';
import { AccessMemoryStore } from './memory/access.memory-store.js';
import { AssociationMemoryStore } from './memory/association.memory-store.js';
import { QuickPasswords } from './memory/quick-passwords.js';
import { SessionMemoryStore } from './memory/session.memory-store.js';

export const password = 'une phrase assez longue';

export function anAccess() {
  const clock = new FakeClock();
  const facts = new Facts();
  const passwords = new QuickPasswords();
  const store = new AccessMemoryStore();
  const sessions = new SessionService(new SessionMemoryStore(), clock, facts);
  const access = new AccessService(store, sessions, facts);
  const signIns = new SignInService(store, passwords, new GuessingService(clock), access);
  const associations = new AssociationService(new AssociationMemoryStore(), clock, {});
  const invitations = new InvitationService(store, associations, passwords, access, clock);

  const join = async (invitation: string, pseudonym: string): Promise<Entered> => {
    const asked = { invitation, pseudonym, password };
    return expectEntered(await invitations.accept({ asked, former: undefined }));
  };
  /** The first account, an administrator, signed in. */
  const aCoordinator = async (pseudonym = 'Claude'): Promise<{ token: string; session: Session }> => {
    await associations.seed();
    const { token } = await join((await invitations.first()) ?? '', pseudonym);
    return { token, session: await sessionOf(token) };
  };
  const sessionOf = async (token: string): Promise<Session> => {
    const session = await access.sessionFrom(token);
    if (session === 'signed-out') throw new Error('nobody is signed in');
    return session;
  };
  const signIn = (pseudonym: string, given = password, former?: string) =>
    signIns.signIn({ asked: { pseudonym, password: given }, former });

  return {
    access,
    invitations,
    signIns,
    associations,
    clock,
    facts,
    passwords,
    store,
    join,
    aCoordinator,
    sessionOf,
    signIn,
  };
}

export function expectEntered<T>(outcome: T): Exclude<T, string> {
  if (!isEntered(outcome)) throw new Error(`nobody entered: ${String(outcome)}`);
  return outcome;
}

const isEntered = <T>(outcome: T): outcome is Exclude<T, string> => typeof outcome !== 'string';
