// What offers state.
import type { LineId, Offer } from '@veille/domain';
import { fact } from '../platform/facts.js';

/** A caller is asked whether they are still there; the volunteer knows nothing of it. */
export const offerAsks = fact<{ line: LineId; offer: Offer }>();
/** The offer stands: the volunteer is asked. */
export const offerMade = fact<{ line: LineId; offer: Offer }>();
/** Unanswered, declined or withdrawn: the caller waits again, and the volunteer's screen changes. */
export const offerOver = fact<{ line: LineId; offer: Offer }>();
