// What offers state.
import type { LineId, Offer, Waiting } from '@veille/domain';
import { fact } from '../platform/facts.js';

/** A caller is asked whether they are still there; the volunteer knows nothing of it. */
export const offerAsks = fact<{ line: LineId; offer: Offer }>();
/** The offer stands: the volunteer is asked. `caller`: as who made it read them just now, where they did. */
export const offerMade = fact<{ line: LineId; offer: Offer; caller?: Waiting }>();
/** Unanswered, declined or withdrawn: the caller waits again, and the volunteer's screen changes. */
export const offerOver = fact<{ line: LineId; offer: Offer }>();
