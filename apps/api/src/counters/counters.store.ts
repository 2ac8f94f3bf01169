// The port of counters: numbers that only grow, by line and day. Nothing in them can be told apart.
import type { LineId } from '@veille/domain';
import type { Counted, Counts } from '@veille/domain';

export abstract class CountersStore {
  /** Adds one to each of them, all or none; never rejects (CT3). `day` is `yyyy-mm-dd`. */
  abstract add(line: LineId, day: string, counted: readonly Counted[]): Promise<void>;
  /** What was never counted is not there. */
  abstract of(line: LineId, day: string): Promise<Counts>;
}
