// What overflow states, once among all nodes, for faces and for whoever calls volunteers to help.
import type { LineId, Refused } from '@veille/domain';
import { fact } from '../platform/facts.js';

/** More wait than the line bears, or newcomers turned away for want of listeners; and the end of it. */
export const overflowStarted = fact<{ line: LineId }>();
export const overflowEnded = fact<{ line: LineId }>();
/** The line overflows, or does not any more: who wished to be called is to be looked at, on every node. */
export const volunteersRecalled = fact<{ line: LineId }>();
/** By its hours, by a decision, or because someone is there at last; and the end of it. */
export const lineOpened = fact<{ line: LineId }>();
export const lineClosed = fact<{ line: LineId }>();
/** Somebody asked for a place and was told, before waiting, that there is none. */
export const callerRefused = fact<{ line: LineId; why: Refused }>();
