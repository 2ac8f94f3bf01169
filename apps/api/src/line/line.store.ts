// The port of the line: who waits, in which order.
import type {
  Caller,
  CallerId,
  Duration,
  Instant,
  Language,
  Leaving,
  LineId,
  Newcomer,
} from '@veille/domain';

/** `languages`: the line's. Of who left no record they are all that is known of where they stood. */
export type Lapse = {
  readonly grace: Duration;
  readonly now: Instant;
  readonly languages: readonly Language[];
};

export abstract class LineStore {
  /** Stands last. `already-here` and `full` leave everything as it was. */
  abstract join(line: LineId, caller: Newcomer): Promise<'joined' | 'already-here' | 'full'>;
  /** Leaves for good, from the line only: a conversation is ended, not left. */
  abstract leave(line: LineId, caller: CallerId): Promise<Leaving>;
  /** Leaves if the tab was away, or they slept, past `grace`; who came back in time stays. */
  abstract lapse(line: LineId, caller: CallerId, when: Lapse): Promise<Leaving | 'still-here'>;
  /** Leaves if they have waited for `limit` and were never heard. */
  abstract outwait(
    line: LineId,
    caller: CallerId,
    when: { limit: Duration; now: Instant },
  ): Promise<'left' | 'may-stay' | 'not-in-line'>;
  /** Up to `most` callers in the line whose place is of `instant` or before, the first first. */
  abstract inLineSince(line: LineId, instant: Instant, most: number): Promise<CallerId[]>;
  /** The first in the line whose place is after `instant`, and that place. */
  abstract nextInLine(
    line: LineId,
    instant: Instant,
  ): Promise<{ caller: CallerId; place: Instant } | undefined>;
  /** From asleep to waiting, at the place they always had. */
  abstract wake(line: LineId, caller: CallerId): Promise<'awake' | 'not-asleep'>;
  /** Up to `most` callers who fell asleep at or before `instant`, the first first. */
  abstract asleepSince(line: LineId, instant: Instant, most: number): Promise<CallerId[]>;
  /** `undefined` when gone. */
  abstract find(line: LineId, caller: CallerId): Promise<Caller | undefined>;
  /** The place as people count: 1 is next. */
  abstract rankOf(line: LineId, caller: CallerId): Promise<number | 'not-in-line'>;
  /** Everyone in the line, in order: one ranged read. */
  abstract inOrder(line: LineId): Promise<CallerId[]>;
  /** How many wait in each of these languages, those being offered and those asleep not among them. */
  abstract waitingIn(line: LineId, languages: readonly Language[]): Promise<ReadonlyMap<Language, number>>;
  /** Until when the line settles after a loss; 0 while nobody came back to it (RB7). */
  abstract settles(line: LineId): Promise<Instant>;
  /** How many are in the line, those being offered included, and the place of the first, which is when they came. */
  abstract length(line: LineId): Promise<{ inLine: number; offered: number; first: Instant | undefined }>;
}
