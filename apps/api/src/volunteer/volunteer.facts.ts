// What volunteers' shifts state.
import type { Instant, LineId, OfferId, VolunteerId } from '@veille/domain';
import { fact } from '../platform/facts.js';

type One = { line: LineId; volunteer: VolunteerId };
/** Free, and here: an offer can be made. */
export const volunteerReady = fact<One>();
/** Away, off, or back: who shows it should look again. `offer`: one that was only asking, and is nobody's now. */
export const shiftChanged = fact<One & { offer?: OfferId }>();
/** A conversation is over, and a breather goes until then. */
export const breatherBegan = fact<One & { until: Instant }>();
