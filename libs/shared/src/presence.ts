// What any page asks to know whether its line still lives: a phone that was asleep cannot tell by itself.
import { nothing } from './refusal.js';

export const presenceAsks = { 'presence.here': { payload: nothing, answer: nothing } };
