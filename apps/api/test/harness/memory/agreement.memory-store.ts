// Agreements and proposals kept in this process for a test, with what their makers may do.
import type { AccountId, Agreement, Found, LineId, Maker, Proposal } from '@veille/domain';
import { AgreementStore, type Judge } from '../../../src/association/agreement.store.js';
import { newCode } from '../../../src/platform/secrets.js';

export class AgreementMemoryStore extends AgreementStore {
  readonly #proposals = new Map<LineId, { readonly code: string; readonly proposal: Proposal }>();
  #agreements: readonly Agreement[] = [];
  readonly #makers = new Map<AccountId, Maker>();

  /** An account as it stands from now on; without one, it is gone. */
  stands(account: AccountId, maker: Maker | undefined): void {
    if (maker) this.#makers.set(account, maker);
    else this.#makers.delete(account);
  }

  async propose(proposal: Proposal): Promise<string> {
    const code = newCode(16);
    this.#proposals.set(proposal.line, { code, proposal });
    return code;
  }

  async proposed(line: LineId): Promise<Found | undefined> {
    const held = this.#proposals.get(line);
    return held && this.#found(held.proposal);
  }

  async takeBack(line: LineId): Promise<'taken-back' | 'not-there'> {
    return this.#proposals.delete(line) ? 'taken-back' : 'not-there';
  }

  async spend<Refused extends string>(
    code: string,
    judge: Judge<Refused>,
  ): Promise<Agreement | Refused | 'gone'> {
    const held = [...this.#proposals.values()].find((one) => one.code === code);
    if (!held) return 'gone';
    const { line } = held.proposal;
    const found = this.#found(held.proposal);
    const standing = this.#agreements.filter((one) => one.line === line);
    const said = judge(found, standing);
    if (typeof said === 'string') return said;
    if (this.#makers.get(held.proposal.by) !== found.maker) return this.spend(code, judge);
    this.#agreements = [...this.#agreements, said];
    this.#proposals.delete(line);
    return said;
  }

  async end({ id }: Pick<Agreement, 'id' | 'line'>): Promise<'ended' | 'not-there'> {
    const left = this.#agreements.filter((one) => one.id !== id);
    if (left.length === this.#agreements.length) return 'not-there';
    this.#agreements = left;
    return 'ended';
  }

  async all(): Promise<Agreement[]> {
    return [...this.#agreements].sort(
      (one, other) => one.since - other.since || one.id.localeCompare(other.id),
    );
  }

  #found = (proposal: Proposal): Found => ({ proposal, maker: this.#makers.get(proposal.by) });
}
