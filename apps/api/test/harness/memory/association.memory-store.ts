// What an installation serves, kept in this process for a test.
import type { Association, AssociationId, KeptLine, Post } from '@veille/domain';
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

  async posts(association: AssociationId): Promise<Post[]> {
    return [...(this.#posts.get(association) ?? [])];
  }
}
