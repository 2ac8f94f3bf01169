// The port of guesses: counted for all nodes together, by digests that name nobody, and forgotten in an hour.
import type { Duration, Instant } from '@veille/domain';

/** Whose guesses they are: of one source at one account, and of all such sources at it. Both are digests. */
export type Counting = { readonly source: string; readonly all: string };
/** A browser, by the digest of its cookie, and the account's name it was opened under, by its digest. */
export type Known = { readonly browser: string; readonly name: string };

export abstract class GuessingStore {
  /** Counts the guess as wrong before it is judged; `too-fast` counts nothing (AC8, AC18). */
  abstract begin(counting: Counting, now: Instant): Promise<'go-on' | 'too-fast'>;
  /** The guess of this moment was right: its source is slowed no more. */
  abstract wasRight(counting: Counting, at: Instant): Promise<void>;
  /** Nobody looked at the guess of this moment. */
  abstract takeBack(counting: Counting, at: Instant): Promise<void>;
  abstract isKnown(known: Known): Promise<boolean>;
  /** From now on, for so long. */
  abstract know(known: Known, lasts: Duration): Promise<void>;
}
