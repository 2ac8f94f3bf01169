// What conversations state.
import type { CallerId, ConversationId, Duration, LineId, PlaceId, VolunteerId } from '@veille/domain';
import { fact } from '../platform/facts.js';

type Pair = { line: LineId; conversation: ConversationId; caller: CallerId; volunteer: VolunteerId };

/** Two are paired. `again`: this caller was heard before, and lost their listener. `from`: where the volunteer listens. */
export const conversationOpened = fact<Pair & { waited: Duration; again: boolean; from: PlaceId }>();
export type EndedBy = 'caller' | 'volunteer' | 'caller-lost';
export const conversationEnded = fact<Pair & { by: EndedBy; lasted: Duration }>();
/** The volunteer was away past the grace: the caller waits again, at the place they always had. */
export const callerReturned = fact<Pair & { lasted: Duration }>();
/** The volunteer gave the caller on, to the line or to one volunteer; the caller waits, or is offered, at the place they always had. */
export const callerHandedOver = fact<Pair & { lasted: Duration; to: 'line' | 'volunteer' }>();
/** Nobody has written for long, or somebody does again: both pages should look. */
export const silenceChanged = fact<Pair>();
/** One of the two is away, or back: the other may be told. */
export const peerChanged = fact<Pair & { who: 'caller' | 'volunteer'; peer: 'here' | 'away' }>();
