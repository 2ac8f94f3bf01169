// Factors in the making: what is offered of each kind, what is kept meanwhile, and what the answer makes of it.
import { Injectable } from '@nestjs/common';
import type { AccountId, FactorKind } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Codes } from './codes.port.js';
import type { Enrolment } from './enrolment.store.js';
import type { Factor } from './factor.store.js';
import { type Asked, type GivenPasskey, Passkeys } from './passkeys.port.js';

export type Enroller = { readonly account: AccountId; readonly pseudonym: string };
/** To the browser, once: what an app is to be told, or what a passkey is asked to sign. */
export type Offered = Asked | { readonly secret: string; readonly uri: string };
export type Answer = { readonly code: string } | { readonly passkey: GivenPasskey };
type Awaited = Pick<Extract<Enrolment, { kind: 'totp' }>, 'kind' | 'id' | 'sealed'> | PasskeyAwaited;
type PasskeyAwaited = Pick<Extract<Enrolment, { kind: 'passkey' }>, 'kind' | 'challenge'>;

@Injectable()
export class NewFactorService {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly codes: Codes,
    private readonly clock: Clock,
  ) {}

  async offer(
    kind: FactorKind,
    { account, pseudonym }: Enroller,
  ): Promise<{ offered: Offered; awaited: Awaited }> {
    if (kind === 'passkey') {
      const offered = await this.passkeys.askForNew(account, pseudonym);
      return { offered, awaited: { kind, challenge: offered.options.challenge } };
    }
    const { id, sealed, ...offered } = this.codes.make(account, pseudonym);
    return { offered, awaited: { kind, id, sealed } };
  }

  async read(enrolment: Enrolment, answer: Answer): Promise<Factor | 'wrong'> {
    if (enrolment.kind === 'passkey')
      return 'passkey' in answer ? this.passkeys.readNew(answer.passkey, enrolment.challenge) : 'wrong';
    if (!('code' in answer)) return 'wrong';
    const { account, id, sealed } = enrolment;
    const mark = await this.codes.stepOf(answer.code, { account, sealed }, this.clock.now());
    // The code that enrols is used by it, like any other (SF4).
    return mark === 'wrong' ? mark : { kind: 'totp', id, sealed, mark };
  }
}
