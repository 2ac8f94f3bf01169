// The port of what an installation serves. Everything in it is read often and changed rarely.
import type { Association, AssociationId, KeptLine, Post } from '@veille/domain';

/** What a new installation starts with. */
export type Beginning = { association: Association; line: KeptLine; post: Post };

export abstract class AssociationStore {
  /** Keeps the beginning whole, once: where an association is kept already, nothing changes, whoever asks at once. */
  abstract seed(beginning: Beginning): Promise<'seeded' | 'already-there'>;
  abstract associations(): Promise<Association[]>;
  /** Every line of every association. */
  abstract lines(): Promise<KeptLine[]>;
  /** The posts of one association, in the order of their names. */
  abstract posts(association: AssociationId): Promise<Post[]>;
}
