// The port of what is held about one caller: looked for in the store itself, and never remembered from what was written.
import type { CallerId, Duration, Instant, LineId } from '@veille/domain';

/** One kind of entry that can stand for a caller; the words of the wire are the same. */
export type HeldKind =
  | 'record'
  | 'place'
  | 'turn'
  | 'asleep'
  | 'tab'
  | 'lease'
  | 'offer'
  | 'offer-end'
  | 'conversation'
  | 'listener'
  | 'return'
  | 'alarm';

/** `ends`: what it has left by itself; `with-you`: it ends in the move that lets the caller go, and not before. */
export type HeldEntry = {
  readonly what: HeldKind;
  readonly since?: Duration;
  readonly ends: Duration | 'with-you';
};

export abstract class HeldStore {
  /** Every entry that stands for this caller now, alarms included; none for one who is gone. */
  abstract of(line: LineId, caller: CallerId, now: Instant): Promise<HeldEntry[]>;
}
