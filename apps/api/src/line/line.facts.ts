// What the line states.
import type { CallerId, Duration, Instant, LineId, OfferId } from '@veille/domain';
import { fact } from '../platform/facts.js';

export const callerJoined = fact<{ line: LineId; caller: CallerId }>();
/** Waiting, and here: an offer can be made. */
export const callerReady = fact<{ line: LineId; caller: CallerId }>();
/** Asked whether they are still there, or not any more, or awake: their page should look again. */
export const callerChanged = fact<{ line: LineId; caller: CallerId }>();
/** Their tab closed, or was cut, while they waited; their place is kept, and they may come back. */
export const callerDropped = fact<{ line: LineId; caller: CallerId }>();
/** They did not say so, and keep their place for a while. */
export const callerAsleep = fact<{ line: LineId; caller: CallerId; at: Instant }>();
/**
 * Out of the line without an answer. `left`: by the button; `hopeless`: by the button, told before that an answer was
 * unlikely; `lost`: the tab was away, or they slept, past the grace; `waited-too-long`: longer than anybody should, unheard.
 * `heard`: somebody had heard them before, and they were in the line again. `waited`: since they joined, so that it holds
 * what they talked too when they were `heard`.
 */
export const callerLeft = fact<{
  line: LineId;
  caller: CallerId;
  why: 'left' | 'hopeless' | 'lost' | 'waited-too-long';
  waited: Duration;
  heard: boolean;
  offer: OfferId | undefined;
}>();
