// The second factor of an account: which one it is, and whether what is shown proves that it is theirs.
import { Injectable } from '@nestjs/common';
import type { AccountId, FactorKind } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { Codes } from './codes.port.js';
import { factorRemoved, recoveryCodesMade, recoveryCodeUsed } from './factor.facts.js';
import { type Factor, FactorStore, type Held, type PasskeyFactor } from './factor.store.js';
import { type Asked, type GivenAnswer, Passkeys } from './passkeys.port.js';

/** `recovery` as it was told, without its spaces. */
export type Proof =
  { readonly code: string } | { readonly recovery: string } | { readonly passkey: GivenAnswer };
export type FactorIs = { readonly kind: FactorKind; readonly recoveryLeft: number };

@Injectable()
export class FactorService {
  constructor(
    private readonly store: FactorStore,
    private readonly passkeys: Passkeys,
    private readonly codes: Codes,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  async of(account: AccountId): Promise<FactorIs | undefined> {
    const held = await this.store.of(account);
    return held && { kind: held.factor.kind, recoveryLeft: held.recoveryLeft };
  }

  /** What the account's passkey is asked to sign; `undefined` where it has none. */
  async ask(account: AccountId): Promise<Asked | undefined> {
    const held = await this.store.of(account);
    return held?.factor.kind === 'passkey' ? this.passkeys.askFor(held.factor) : undefined;
  }

  /** Uses up what it is shown: a code, a challenge, a recovery code are each right once (SF2, SF4, SF5). */
  async judge(account: AccountId, proof: Proof, challenge: string | undefined): Promise<'right' | 'wrong'> {
    const held = await this.store.of(account);
    if (!held) return 'wrong';
    if ('recovery' in proof) return this.#spend(account, proof.recovery);
    const mark =
      'code' in proof
        ? await this.#step(account, held, proof.code)
        : await this.#signed(held, proof.passkey, challenge);
    if (mark === 'wrong') return mark;
    if (mark === 'not-counted') return 'right';
    return (await this.store.use(account, { id: held.factor.id, mark })) === 'used' ? 'right' : 'wrong';
  }

  /** Its recovery codes, to be told this once. */
  put(account: AccountId, factor: Factor): Promise<string[]> {
    return this.store.put(account, factor);
  }

  /** Told this once, in place of the codes before. */
  async renewCodes(account: AccountId): Promise<string[] | 'gone'> {
    const codes = await this.store.renewCodes(account);
    if (codes !== 'gone') this.facts.state(recoveryCodesMade, { account });
    return codes;
  }

  /** They sign in with their password alone from now on, and are led to enrol another. */
  async remove(account: AccountId): Promise<void> {
    if ((await this.store.remove(account)) === 'removed') this.facts.state(factorRemoved, { account });
  }

  async #spend(account: AccountId, code: string): Promise<'right' | 'wrong'> {
    const spent = await this.store.spend(account, code);
    if (spent === 'unknown') return 'wrong';
    this.facts.state(recoveryCodeUsed, { account, left: spent.left });
    return 'right';
  }

  async #step(account: AccountId, { factor }: Held, code: string): Promise<number | 'wrong'> {
    if (factor.kind !== 'totp') return 'wrong';
    return this.codes.stepOf(code, { account, sealed: factor.sealed, after: factor.mark }, this.clock.now());
  }

  async #signed({ factor }: Held, given: GivenAnswer, challenge: string | undefined) {
    if (factor.kind !== 'passkey' || challenge === undefined) return 'wrong';
    return markOf(factor, await this.passkeys.judge(given, factor, challenge));
  }
}

/** A passkey that lives on several devices counts nothing: its challenge, which is signed once, is what makes it fresh. */
function markOf(
  { mark: before }: PasskeyFactor,
  judged: { mark: number } | 'wrong',
): number | 'wrong' | 'not-counted' {
  if (judged === 'wrong') return judged;
  return judged.mark === 0 && before === 0 ? 'not-counted' : judged.mark;
}
