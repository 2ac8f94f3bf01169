// Agreements and proposals kept in this process for a test.
import type { Agreement, LineId, Proposal } from '@veille/domain';
import { AgreementStore, type Judge } from '../../../src/association/agreement.store.js';
import { newCode } from '../../../src/platform/secrets.js';

export class AgreementMemoryStore extends AgreementStore {
  readonly #proposals = new Map<LineId, { readonly code: string; readonly proposal: Proposal }>();
  #agreements: readonly Agreement[] = [];

  async propose(proposal: Proposal): Promise<string> {
    const code = newCode(16);
    this.#proposals.set(proposal.line, { code, proposal });
    return code;
  }

  async proposed(line: LineId): Promise<Proposal | undefined> {
    return this.#proposals.get(line)?.proposal;
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
    const said = judge(
      held.proposal,
      this.#agreements.filter((one) => one.line === line),
    );
    if (typeof said === 'string') return said;
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
}
