// What volunteers' shifts state.
import type { LineId, VolunteerId } from '@veille/domain';
import { fact } from '../platform/facts.js';

type One = { line: LineId; volunteer: VolunteerId };
/** Free, and here: an offer can be made. */
export const volunteerReady = fact<One>();
/** Away, off, or back: who shows it should look again. */
export const shiftChanged = fact<One>();
