// The port of counters: numbers that only grow, by line and day. Nothing in them can be told apart.
import type { Countable, LineId, WaitBand } from '@veille/domain';

/** What is counted; an answered wait is counted under its band too. */
export type Counted = Countable | WaitBand;
export type Counts = Readonly<Record<Counted, number>>;

export abstract class CountersStore {
  /** Adds one to each of them, all or none; never rejects (CT3). `day` is `yyyy-mm-dd`. */
  abstract add(line: LineId, day: string, counted: readonly Counted[]): Promise<void>;
  /** What was never counted is 0. */
  abstract of(line: LineId, day: string): Promise<Counts>;
}
