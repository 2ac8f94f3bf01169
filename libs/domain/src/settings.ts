// The lengths a line lives by; each line has its own, these are where they start.
import { type Duration, minutes, seconds } from './time.js';

export type LineSettings = {
  /** How long an offer stands before the caller is offered to somebody else. */
  offerStands: Duration;
  /** Offers a volunteer may leave unanswered before being set away. */
  missesBeforeAway: number;
  /** How long after a decline the same two are not brought together again. */
  pairRests: Duration;
  /** The rest proposed after a conversation. */
  breather: Duration;
  /** How long a caller's place is kept for a tab that is gone. */
  callerGrace: Duration;
  /** How long a conversation is kept for a caller's tab that is gone, */
  conversationGrace: Duration;
  /** and for a volunteer's. */
  volunteerGrace: Duration;
};

export const firstSettings: LineSettings = {
  offerStands: seconds(25),
  missesBeforeAway: 2,
  pairRests: minutes(10),
  breather: minutes(5),
  callerGrace: minutes(4),
  conversationGrace: minutes(5),
  volunteerGrace: minutes(2),
};

/** Presence: how long a lease holds after the tab last answered, by role. */
export const leases = { caller: seconds(30), volunteer: seconds(20) } as const;
