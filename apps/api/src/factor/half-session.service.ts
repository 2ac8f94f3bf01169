// Between the right password and the factor: few tries, not too fast, and one of them ends it.
import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  factorDelays,
  type FactorKind,
  halfSession,
  type Networks,
  wrongFactorsForgottenAfter,
} from '@veille/domain';
import { NetworkService } from '../network/network.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { factorRefused } from './factor.facts.js';
import { FactorService, type Proof } from './factor.service.js';
import { HalfSessionStore, type TryLimits } from './half-session.store.js';
import type { Asked } from './passkeys.port.js';

const limits: TryLimits = {
  mostTries: halfSession.mostTries,
  delays: factorDelays,
  forgottenAfter: wrongFactorsForgottenAfter,
};

@Injectable()
export class HalfSessionService {
  constructor(
    private readonly store: HalfSessionStore,
    private readonly factors: FactorService,
    private readonly networks: NetworkService,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  /** The token, for the browser's cookie alone. */
  begin(account: AccountId): Promise<string> {
    return this.store.begin(account, halfSession.lasts);
  }

  /** Which factor ends it; `undefined` when it is over. */
  async kindOf(token: string): Promise<FactorKind | undefined> {
    const account = await this.store.account(token);
    return account && (await this.factors.of(account))?.kind;
  }

  /** What the passkey of whoever is half in is asked to sign, in place of what it was asked before. */
  async ask(token: string): Promise<Asked | 'over' | 'refused'> {
    const account = await this.store.account(token);
    if (account === undefined) return 'over';
    const asked = await this.factors.ask(account);
    if (!asked) return 'refused';
    return (await this.store.keepChallenge(token, asked.options.challenge)) === 'kept' ? asked : 'over';
  }

  /** The account, once; a half session that was tried too often is over like one that is old (SF1, SF6). */
  async prove(
    token: string,
    proof: Proof,
    networks: Networks = [],
  ): Promise<{ account: AccountId } | 'refused' | 'over' | 'too-fast'> {
    const account = await this.store.account(token);
    if (account === undefined) return 'over';
    // Many accounts' passwords may be known in one place: what comes from there is slowed as a whole (SF13).
    if ((await this.networks.turn('factor', networks)) === 'too-fast')
      return this.#refused(account, 'too-fast');
    const trying = await this.store.try(token, limits, this.clock.now());
    if (trying === 'over') return trying;
    if (trying === 'too-fast') return this.#refused(account, trying);
    if ((await this.factors.judge(account, proof, trying.challenge)) === 'wrong') {
      this.#refused(account, 'wrong');
      return 'refused';
    }
    return (await this.store.end(token)) === 'ended' ? { account } : 'over';
  }

  #refused<Why extends 'wrong' | 'too-fast'>(account: AccountId, why: Why): Why {
    this.facts.state(factorRefused, { account, why });
    return why;
  }
}
