// What an installation serves, kept in this process for a test.
import type { Association, AssociationId, KeptLine, LineId, Post } from '@veille/domain';
import { AssociationStore, type Beginning } from '../../../src/association/association.store.js';

export class AssociationMemoryStore extends AssociationStore {
  readonly #associations: Association[] = [];
  readonly #lines: KeptLine[] = [];
  readonly #posts = new Map<AssociationId, Post[]>();

  async seed({ association, line, post }: Beginning): Promise<'seeded' | 'already-there'> {
    if (this.#associations.length > 0) return 'already-there';
    this.#associations.push(association);
    this.#lines.push(line);
    this.#posts.set(association.id, [post]);
    return 'seeded';
  }

  async associations(): Promise<Association[]> {
    return [...this.#associations];
  }

  async lines(): Promise<KeptLine[]> {
    return [...this.#lines];
  }

  async change(line: LineId, how: (kept: KeptLine) => KeptLine): Promise<'changed' | 'no-such-line'> {
    const at = this.#lines.findIndex(({ id }) => id === line);
    const kept = this.#lines[at];
    if (!kept) return 'no-such-line';
    this.#lines[at] = how(kept);
    return 'changed';
  }

  async posts(association: AssociationId): Promise<Post[]> {
    return [...(this.#posts.get(association) ?? [])];
  }
}
