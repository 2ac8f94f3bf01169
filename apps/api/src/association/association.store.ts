// The port of what an installation serves. Everything in it is read often and changed rarely.
import type { Association, AssociationId, KeptLine, LineId, Post } from '@veille/domain';

/** Nest's token for the settings the operator's environment names, on every line (AS2). */
export const IMPOSED = Symbol('imposed settings');

/** What a new installation starts with. */
export type Beginning = { association: Association; line: KeptLine; post: Post };

export abstract class AssociationStore {
  /** Keeps the beginning whole, once: where an association is kept already, nothing changes, whoever asks at once. */
  abstract seed(beginning: Beginning): Promise<'seeded' | 'already-there'>;
  abstract associations(): Promise<Association[]>;
  /** Every line of every association. */
  abstract lines(): Promise<KeptLine[]>;
  /** Keeps what `how` makes of the line; of two changes at once, each is made on what the other left (AS6). */
  abstract change(line: LineId, how: (kept: KeptLine) => KeptLine): Promise<'changed' | 'no-such-line'>;
  /** The posts of one association, in the order of their names. */
  abstract posts(association: AssociationId): Promise<Post[]>;
}
