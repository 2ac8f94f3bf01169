// The access of one installation in memory, and the people a test needs in it.
import { foldPseudonym } from '@veille/domain';
import { AccessService, type Entered, type Session } from '../../src/access/access.service.js';
import { EnteringService, type HalfIn } from '../../src/access/entering.service.js';
import { GuessingService, type Source } from '../../src/access/guessing.service.js';
import { OwnFactorService } from '../../src/access/own-factor.service.js';
import { PasswordService } from '../../src/access/password.service.js';
import { PinService } from '../../src/access/pin.service.js';
import { PostDevices } from '../../src/access/post-devices.service.js';
import { PinsService } from '../../src/post/pins.service.js';
import { DeviceService } from '../../src/post/device.service.js';
import { DeviceMemoryStore } from './memory/device.memory-store.js';
import { PinMemoryStore } from './memory/pin.memory-store.js';
import { InvitationService } from '../../src/access/invitation.service.js';
import { SessionService } from '../../src/access/session.service.js';
import { SignInService } from '../../src/access/sign-in.service.js';
import { ResetService } from '../../src/access/reset.service.js';
import { StaffService } from '../../src/access/staff.service.js';
import { AssociationService } from '../../src/association/association.service.js';
import { Facts } from '../../src/platform/facts.js';
import { factorsIn } from './a-factor.js';
import { NetworkService } from '../../src/network/network.service.js';
import { FakeClock } from './fake-clock.js';
import { AccessMemoryStore } from './memory/access.memory-store.js';
import { AssociationMemoryStore } from './memory/association.memory-store.js';
import { GuessingMemoryStore } from './memory/guessing.memory-store.js';
import { NetworkMemoryStore } from './memory/network.memory-store.js';
import { QuickPasswords } from './memory/quick-passwords.js';
import { SessionMemoryStore } from './memory/session.memory-store.js';
import { codeAt } from './totp-app.js';
import { StaffMemoryStore } from './memory/staff.memory-store.js';

type Coming = { former?: string; from?: Source };

export const password = 'une phrase assez longue';

export function anAccess() {
  const clock = new FakeClock();
  const facts = new Facts();
  const passwords = new QuickPasswords();
  const store = new AccessMemoryStore();
  const staffStore = new StaffMemoryStore(store);
  const associations = new AssociationService(new AssociationMemoryStore(), clock, {});
  const devices = new DeviceService(new DeviceMemoryStore(), associations, clock);
  const pinned = new PinsService(new PinMemoryStore());
  const sessions = new SessionService(new SessionMemoryStore(), clock, facts, devices, pinned);
  const access = new AccessService(store, sessions, facts, staffStore, clock);
  const { factors, halves, enrolments } = factorsIn(clock, facts);
  const entering = new EnteringService(store, access, factors, halves, devices);
  const networks = new NetworkService(new NetworkMemoryStore(), clock, Buffer.from('house'));
  const guessing = new GuessingService(new GuessingMemoryStore(), networks, clock);
  const signIns = new SignInService(store, passwords, guessing, entering);
  const pins = new PinService(store, pinned, passwords, guessing, entering);
  const ownPasswords = new PasswordService(store, staffStore, passwords, guessing, access);
  const ownFactors = new OwnFactorService(ownPasswords, factors, enrolments);
  const postDevices = new PostDevices(devices, pinned, store, sessions, access);
  const invitations = new InvitationService(store, associations, passwords, entering, clock);

  const resets = new ResetService(staffStore, passwords, access, entering, clock);
  const staff = new StaffService(staffStore, store, factors, access, clock);

  const join = async (invitation: string, pseudonym: string): Promise<Entered> => {
    const asked = { invitation, pseudonym, password };
    return enrolled(wholly(expectEntered(await invitations.accept({ asked, former: undefined }))));
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
  /** Their app is enrolled as soon as they have an account. */
  const recovery = new Map<string, string[]>();
  const enrolled = async (entered: Entered): Promise<Entered> => {
    const session = await access.anySessionFrom(entered.token);
    if (session === 'signed-out') throw new Error('nobody is signed in');
    const offered = await enrolments.begin(session, { kind: 'totp', shown: undefined });
    if (typeof offered === 'string' || !('secret' in offered)) throw new Error('no secret was offered');
    const done = await enrolments.confirm(session, { code: codeAt(offered.secret, clock.now()) });
    if (typeof done === 'string') throw new Error(`not enrolled: ${done}`);
    recovery.set(foldPseudonym(entered.pseudonym), done.recovery);
    return (await entering.afterEnrolling(session, entered.token)) ?? entered;
  };
  /** Both steps: the password as it is given, then a recovery code, for a code of the app is good once in a while only. */
  const signIn = async (pseudonym: string, given = password, { former, from }: Coming = {}) => {
    const said = await signIns.signIn({ asked: { pseudonym, password: given }, former, from: from ?? {} });
    if (typeof said === 'string' || 'token' in said) return said;
    const code = recovery.get(foldPseudonym(pseudonym))?.pop() ?? '';
    return entering.prove({ half: said.half, proof: { recovery: code }, former });
  };

  return {
    access,
    invitations,
    signIns,
    entering,
    factors,
    enrolments,
    associations,
    resets,
    staff,
    pins,
    ownPasswords,
    ownFactors,
    postDevices,
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

function wholly(outcome: Entered | HalfIn): Entered {
  if ('half' in outcome) throw new Error('a factor is asked for');
  return outcome;
}

const isEntered = <T>(outcome: T): outcome is Exclude<T, string> => typeof outcome !== 'string';
