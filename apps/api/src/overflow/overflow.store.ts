// The port of overflow: what happened on a line lately, in numbers that are forgotten in hours, and what it was last said to be.
import type { Instant, LineId, Recent } from '@veille/domain';

/** Words a line was last said to be in, one for each question. */
export type Said = { readonly overflow: 'started' | 'ended'; readonly opening: 'open' | 'closed' };

export abstract class OverflowStore {
  /** Adds to the figures of this stretch of time; never rejects: a number less is worth nobody's place. */
  abstract add(line: LineId, now: Instant, some: Partial<Recent>): Promise<void>;
  /** The figures of the last two hours, to a stretch of ten minutes. */
  abstract recent(line: LineId, now: Instant): Promise<Recent>;
  /** Says a word anew and gives the one before: of many who say it at once, one learns that it changed. */
  abstract say<W extends keyof Said>(line: LineId, what: W, word: Said[W]): Promise<string | undefined>;
  abstract isOverflowing(line: LineId): Promise<boolean>;
}
