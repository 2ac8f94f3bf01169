// The port of what an installation serves. Everything in it is read often and changed rarely.
import type { Association, AssociationId, Beginning, KeptLine, LineId, Post } from '@veille/domain';

/** Nest's token for the settings the operator's environment names, on every line (AS2). */
export const IMPOSED = Symbol('imposed settings');

export abstract class AssociationStore {
  /** Keeps the beginning whole, once: where an association is kept already, nothing changes, whoever asks at once. */
  abstract seed(beginning: Beginning): Promise<'seeded' | 'already-there'>;
  /** Keeps one association more with its line and its post, whole; of two that want one address at once one has it (TN4). */
  abstract found(beginning: Beginning): Promise<'founded' | 'association-taken' | 'line-taken' | 'too-many'>;
  /** The same of a line of an association that is there, */
  abstract addLine(line: KeptLine): Promise<'added' | 'taken' | 'too-many'>;
  /** and of a post. */
  abstract addPost(association: AssociationId, post: Post): Promise<'added' | 'taken' | 'too-many'>;
  abstract associations(): Promise<Association[]>;
  /** Every line of every association. */
  abstract lines(): Promise<KeptLine[]>;
  /** Keeps what `how` makes of the line; of two changes at once, each is made on what the other left (AS6). */
  abstract change(line: LineId, how: (kept: KeptLine) => KeptLine): Promise<'changed' | 'no-such-line'>;
  /** The posts of one association, in the order of their names. */
  abstract posts(association: AssociationId): Promise<Post[]>;
}
