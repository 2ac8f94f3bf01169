// What the line states.
import type { CallerId, LineId, OfferId } from '@veille/domain';
import { fact } from '../platform/facts.js';

export const callerJoined = fact<{ line: LineId; caller: CallerId }>();
/** Waiting, and here: an offer can be made. */
export const callerReady = fact<{ line: LineId; caller: CallerId }>();
/** Out of the line without an answer. `left`: by the button; `lost`: the tab was away past its grace. */
export const callerLeft = fact<{
  line: LineId;
  caller: CallerId;
  why: 'left' | 'lost';
  offer: OfferId | undefined;
}>();
