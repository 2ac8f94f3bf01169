// Second factors kept in this process for a test.
import type { AccountId } from '@veille/domain';
import { type Factor, FactorStore, type Held } from '../../../src/factor/factor.store.js';
import { newRecoveryCodes } from '../../../src/factor/recovery-codes.js';

type Kept = { factor: Factor; readonly codes: Set<string> };

export class FactorMemoryStore extends FactorStore {
  readonly #kept = new Map<AccountId, Kept>();

  async of(account: AccountId): Promise<Held | undefined> {
    const kept = this.#kept.get(account);
    return kept && { factor: kept.factor, recoveryLeft: kept.codes.size };
  }

  async put(account: AccountId, factor: Factor): Promise<string[]> {
    const codes = newRecoveryCodes();
    this.#kept.set(account, { factor, codes: new Set(codes) });
    return codes;
  }

  async use(
    account: AccountId,
    { id, mark }: Pick<Factor, 'id' | 'mark'>,
  ): Promise<'used' | 'again' | 'gone'> {
    const kept = this.#kept.get(account);
    if (kept?.factor.id !== id) return 'gone';
    if (mark <= kept.factor.mark) return 'again';
    kept.factor = { ...kept.factor, mark };
    return 'used';
  }

  async spend(account: AccountId, code: string): Promise<{ left: number } | 'unknown'> {
    const codes = this.#kept.get(account)?.codes;
    return codes?.delete(code) ? { left: codes.size } : 'unknown';
  }

  async renewCodes(account: AccountId): Promise<string[] | 'gone'> {
    const kept = this.#kept.get(account);
    return kept ? this.put(account, kept.factor) : 'gone';
  }

  async remove(account: AccountId): Promise<'removed' | 'nothing-to-do'> {
    return this.#kept.delete(account) ? 'removed' : 'nothing-to-do';
  }
}
