// Who may enter, kept in this process for a test as who runs an association changes it: the accounts of the store beside it.
import {
  type Account,
  type AccountId,
  type AssociationId,
  type Day,
  type Instant,
  type Reset,
  stands,
} from '@veille/domain';
import { type FoundReset, type Member, StaffStore } from '../../../src/access/staff.store.js';
import { newSecret } from '../../../src/platform/secrets.js';
import type { AccessMemoryStore } from './access.memory-store.js';

export class StaffMemoryStore extends StaffStore {
  readonly #resets = new Map<string, Reset>();

  constructor(private readonly access: AccessMemoryStore) {
    super();
  }

  async members(association: AssociationId): Promise<Member[]> {
    return [...this.access.accounts.values()]
      .filter(({ account }) => account.association === association)
      .map(({ account, proof }) => ({ ...account, entersBy: 'sealed' in proof ? 'password' : 'provider' }));
  }

  async seen(id: AccountId, seenOn: Day): Promise<'seen' | 'no-such-account'> {
    return this.#change(id, { seenOn }) ? 'seen' : 'no-such-account';
  }

  async suspend(id: AccountId): Promise<'suspended' | 'no-such-account' | 'last-administrator'> {
    if (this.#isLast(id)) return 'last-administrator';
    return this.#change(id, { suspended: true }) ? 'suspended' : 'no-such-account';
  }

  async demote(id: AccountId): Promise<'demoted' | 'no-such-account' | 'last-administrator'> {
    if (this.#isLast(id)) return 'last-administrator';
    return this.#change(id, { role: 'volunteer' }) ? 'demoted' : 'no-such-account';
  }

  async choosePassword(id: AccountId, sealed: string): Promise<'chosen' | 'no-such-account'> {
    const kept = this.access.accounts.get(id);
    if (!kept) return 'no-such-account';
    this.access.accounts.set(id, { ...kept, proof: { sealed } });
    return 'chosen';
  }

  async restore(id: AccountId): Promise<'restored' | 'no-such-account'> {
    return this.#change(id, { suspended: false }) ? 'restored' : 'no-such-account';
  }

  async remove({ id }: Account): Promise<'removed' | 'no-such-account' | 'last-administrator'> {
    if (this.#isLast(id)) return 'last-administrator';
    return this.access.accounts.delete(id) ? 'removed' : 'no-such-account';
  }

  async openReset(reset: Reset): Promise<{ token: string } | 'no-such-account'> {
    const kept = this.access.accounts.get(reset.account);
    if (!kept || !('sealed' in kept.proof)) return 'no-such-account';
    for (const [token, { account }] of this.#resets)
      if (account === reset.account) this.#resets.delete(token);
    const token = newSecret();
    this.#resets.set(token, reset);
    return { token };
  }

  async reset(token: string, now: Instant): Promise<FoundReset | undefined> {
    const reset = this.#resets.get(token);
    if (!reset || !stands(reset, now)) return undefined;
    const account = this.access.accounts.get(reset.account)?.account;
    return account && { account, maker: this.access.accounts.get(reset.by)?.account };
  }

  async acceptReset(
    token: string,
    { account, sealed, now }: { account: AccountId; sealed: string; now: Instant },
  ): Promise<'accepted' | 'refused'> {
    const reset = this.#resets.get(token);
    const kept = this.access.accounts.get(account);
    if (!reset || !stands(reset, now) || reset.account !== account || !kept) return 'refused';
    this.#resets.delete(token);
    this.access.accounts.set(account, { ...kept, proof: { sealed } });
    return 'accepted';
  }

  #change(id: AccountId, changed: Partial<Account>): boolean {
    const kept = this.access.accounts.get(id);
    if (kept) this.access.accounts.set(id, { ...kept, account: { ...kept.account, ...changed } });
    return kept !== undefined;
  }

  #isLast(id: AccountId): boolean {
    const administers = ({ account }: { account: Account }) => account.role === 'administrator';
    const kept = this.access.accounts.get(id);
    if (!kept || !administers(kept)) return false;
    return ![...this.access.accounts.values()].some(
      (other) => other.account.id !== id && administers(other) && !other.account.suspended,
    );
  }
}
