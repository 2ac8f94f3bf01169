// What an installation serves, kept in this process for a test.
import {
  type Association,
  type AssociationId,
  type Beginning,
  type KeptLine,
  type LineId,
  mayAddLine,
  mayAddPost,
  mayFound,
  type Post,
} from '@veille/domain';
import { AssociationStore } from '../../../src/association/association.store.js';

export class AssociationMemoryStore extends AssociationStore {
  readonly #associations: Association[] = [];
  readonly #lines: KeptLine[] = [];
  readonly #posts = new Map<AssociationId, Post[]>();

  async seed(beginning: Beginning): Promise<'seeded' | 'already-there'> {
    if (this.#associations.length > 0) return 'already-there';
    this.#keep(beginning);
    return 'seeded';
  }

  async found(beginning: Beginning): Promise<'founded' | 'association-taken' | 'line-taken' | 'too-many'> {
    const may = mayFound(beginning, { associations: this.#associations, lines: this.#lines });
    if (may !== 'yes') return may;
    this.#keep(beginning);
    return 'founded';
  }

  async addLine(line: KeptLine): Promise<'added' | 'taken' | 'too-many'> {
    const may = mayAddLine(line, this.#lines);
    if (may !== 'yes') return may;
    this.#lines.push(line);
    return 'added';
  }

  async addPost(association: AssociationId, post: Post): Promise<'added' | 'taken' | 'too-many'> {
    const posts = this.#posts.get(association) ?? [];
    const may = mayAddPost(post, posts);
    if (may !== 'yes') return may;
    this.#posts.set(
      association,
      [...posts, post].sort((one, other) => one.name.localeCompare(other.name, 'fr')),
    );
    return 'added';
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

  #keep({ association, line, post }: Beginning): void {
    this.#associations.push(association);
    this.#lines.push(line);
    this.#posts.set(association.id, [post]);
  }
}
