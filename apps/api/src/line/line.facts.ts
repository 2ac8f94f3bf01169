// What the line states.
import type { CallerId, Duration, LineId, OfferId } from '@veille/domain';
import { fact } from '../platform/facts.js';

export const callerJoined = fact<{ line: LineId; caller: CallerId }>();
/** Waiting, and here: an offer can be made. */
export const callerReady = fact<{ line: LineId; caller: CallerId }>();
/**
 * Out of the line without an answer. `left`: by the button; `hopeless`: by the button, told before that an answer was
 * unlikely; `lost`: the tab was away past its grace.
 */
export const callerLeft = fact<{
  line: LineId;
  caller: CallerId;
  why: 'left' | 'hopeless' | 'lost';
  waited: Duration;
  offer: OfferId | undefined;
}>();
