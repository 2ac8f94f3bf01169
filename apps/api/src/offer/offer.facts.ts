// What offers state.
import type { LineId, Offer } from '@veille/domain';
import { fact } from '../platform/facts.js';

export const offerMade = fact<{ line: LineId; offer: Offer }>();
/** Unanswered, declined or withdrawn: the caller waits again, and the volunteer's screen changes. */
export const offerOver = fact<{ line: LineId; offer: Offer }>();
