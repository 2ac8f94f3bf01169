// What any page asks to know whether its line still lives, for a phone that was asleep cannot tell by itself; and what it is
// told when the line lives and what stands behind it does not.
import * as v from 'valibot';
import { nothing } from './refusal.js';

/** `out`: nothing moves until it is `well`; who waits keeps their place. Told once each. */
export const serviceTells = { 'service.is': v.strictObject({ is: v.picklist(['out', 'well']) }) };

export const presenceAsks = { 'presence.here': { payload: nothing, answer: nothing } };
