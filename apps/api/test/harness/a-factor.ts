// The second factors of one installation in memory, with their real codes and passkeys, and somebody who enrols.
import { accountId } from '@veille/domain';
import { type EnrollingSession, EnrolmentService } from '../../src/factor/enrolment.service.js';
import { FactorService } from '../../src/factor/factor.service.js';
import { HalfSessionService } from '../../src/factor/half-session.service.js';
import { NewFactorService } from '../../src/factor/new-factor.service.js';
import { NetworkService } from '../../src/network/network.service.js';
import { OtplibCodes } from '../../src/factor/otplib-codes.js';
import { WebauthnPasskeys } from '../../src/factor/webauthn-passkeys.js';
import { Facts } from '../../src/platform/facts.js';
import { AnAuthenticator } from './an-authenticator.js';
import { FakeClock } from './fake-clock.js';
import { EnrolmentMemoryStore } from './memory/enrolment.memory-store.js';
import { FactorMemoryStore } from './memory/factor.memory-store.js';
import { HalfSessionMemoryStore } from './memory/half-session.memory-store.js';
import { NetworkMemoryStore } from './memory/network.memory-store.js';
import { codeAt, wrongCodeAt } from './totp-app.js';

export const origin = 'https://veille.example';
/** On her way in, without a factor yet. */
export const ève: EnrollingSession = {
  id: 'session of Ève',
  account: accountId('ève'),
  pseudonym: 'Ève',
  assurance: 'enrols',
};

export function factorsIn(clock: FakeClock, facts: Facts) {
  const codes = new OtplibCodes(Buffer.alloc(32, 7));
  const passkeys = new WebauthnPasskeys({ publicUrl: origin });
  const store = new FactorMemoryStore();
  const factors = new FactorService(store, passkeys, codes, clock, facts);
  const networks = new NetworkService(new NetworkMemoryStore(), clock, Buffer.from('house'));
  const halves = new HalfSessionService(new HalfSessionMemoryStore(clock), factors, networks, clock, facts);
  const making = new NewFactorService(passkeys, codes, clock);
  const enrolments = new EnrolmentService(new EnrolmentMemoryStore(clock), factors, halves, making, facts);
  return { factors, halves, enrolments, store, networks };
}

export function aFactor() {
  const clock = new FakeClock();
  const facts = new Facts();
  const { factors, halves, enrolments, store, networks } = factorsIn(clock, facts);

  /** Ève's app, enrolled one step ago: what it shows now is good. */
  const anApp = async (session = ève) => {
    const offered = await enrolments.begin(session, { kind: 'totp', shown: undefined });
    if (typeof offered === 'string' || !('secret' in offered)) throw new Error('no secret was offered');
    const { secret } = offered;
    const enrolled = await enrolments.confirm(session, { code: codeAt(secret, clock.now()) });
    if (typeof enrolled === 'string') throw new Error(`not enrolled: ${enrolled}`);
    clock.advance(30_000);
    return {
      recovery: enrolled.recovery,
      code: (after = 0) => codeAt(secret, clock.now() + after),
      wrongCode: () => wrongCodeAt(secret, clock.now()),
    };
  };
  const aPasskey = async (authenticator = new AnAuthenticator()) => {
    const offered = await enrolments.begin(ève, { kind: 'passkey', shown: undefined });
    if (typeof offered === 'string' || !('options' in offered)) throw new Error('no passkey was asked for');
    const enrolled = await enrolments.confirm(ève, {
      passkey: authenticator.create(offered.options, { origin }),
    });
    if (typeof enrolled === 'string') throw new Error(`not enrolled: ${enrolled}`);
    return authenticator;
  };
  /** What the passkey of a half session is asked to sign. */
  const asked = async (half: string) => {
    const said = await halves.ask(half);
    if (typeof said === 'string') throw new Error(`not asked: ${said}`);
    return said.options;
  };

  return { clock, facts, factors, halves, enrolments, store, networks, anApp, aPasskey, asked };
}
