// A line on a busy evening, for whoever asks what it looks like: it knows itself, and everybody speaks one language.
import type { Opening } from '../src/opening.js';
import type { Recent, Seen } from '../src/overflow.js';
import { minutes } from '../src/time.js';

export const now = Date.UTC(2026, 10, 21, 22);
const isOpen: Opening = { at: 'open', until: undefined };
/** A line that knows itself: 40 minutes a conversation, 10 minutes of patience. */
export const known: Recent = {
  arrivals: 100,
  conversations: 60,
  talked: minutes(40 * 60),
  leavers: 40,
  waited: minutes(400),
};
const alone = { inLine: 0, free: 0, working: 5 };
/** Everybody speaks the same language, unless something else is said. */
export const seen = (some: Partial<Seen> = {}): Seen => ({
  ...alone,
  language: 'fr',
  spoken: new Map([['fr', { ...alone, ...some, waiting: some.inLine ?? 0 }]]),
  recent: known,
  opening: isOpen,
  now,
  overflowing: false,
  ...some,
});
