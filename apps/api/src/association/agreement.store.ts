// The port of agreements between associations, and of the codes on their way to one. Whoever makes a code holds it; what is
// kept knows it by a digest only.
import type { Agreement, Duration, Found, LineId, Proposal } from '@veille/domain';

/** What becomes of a code: an agreement, or a word, and then the code stays as good as it was. Asked again when what it was told has changed. */
export type Judge<Refused extends string> = (
  found: Found,
  standing: readonly Agreement[],
) => Agreement | Refused;

export abstract class AgreementStore {
  /** Answers the code, told once; the one made before for this line opens nothing any more. Forgotten by itself after `keptFor`. */
  abstract propose(proposal: Proposal, keptFor: Duration): Promise<string>;
  /** The proposal of this line whose code was made last, and its maker as they stand now. */
  abstract proposed(line: LineId): Promise<Found | undefined>;
  abstract takeBack(line: LineId): Promise<'taken-back' | 'not-there'>;
  /** Of many who bring one code at once, one has an agreement. `gone`: it was never made, or is used, taken back, replaced or forgotten. */
  abstract spend<Refused extends string>(
    code: string,
    judge: Judge<Refused>,
  ): Promise<Agreement | Refused | 'gone'>;
  /** Of many who end it at once, one is told so. */
  abstract end(agreement: Pick<Agreement, 'id' | 'line'>): Promise<'ended' | 'not-there'>;
  /** Every agreement that stands, the oldest first. */
  abstract all(): Promise<Agreement[]>;
}
