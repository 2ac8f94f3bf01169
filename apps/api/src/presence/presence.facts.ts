// What presence states: here, dropped. Gone is stated by the nouns, because each has its own grace.
import type { Instant, LineId, Person } from '@veille/domain';
import { fact } from '../platform/facts.js';

export const presenceArrived = fact<{ line: LineId; person: Person }>();
export const presenceDropped = fact<{ line: LineId; person: Person; tab: number; at: Instant }>();
