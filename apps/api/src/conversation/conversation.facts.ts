// What conversations state.
import type { CallerId, ConversationId, Duration, LineId, PlaceId, VolunteerId } from '@veille/domain';
import { fact } from '../platform/facts.js';

type Pair = { line: LineId; conversation: ConversationId; caller: CallerId; volunteer: VolunteerId };

/** `from`: where the volunteer listens. */
type Placed = Pair & { from: PlaceId };

/** Two are paired. `again`: this caller was heard before, and lost their listener. */
export const conversationOpened = fact<Placed & { waited: Duration; again: boolean }>();
/** The tab of one of the two is away, perhaps for an instant. */
export const conversationInterrupted = fact<Placed>();
export type EndedBy = 'caller' | 'volunteer' | 'caller-lost';
export const conversationEnded = fact<Placed & { by: EndedBy; lasted: Duration }>();
/** The volunteer was away past the grace: the caller waits again, at the place they always had. */
export const callerReturned = fact<Placed & { lasted: Duration }>();
/** The volunteer gave the caller on, to the line or to one volunteer; the caller waits, or is offered, at the place they always had. */
export const callerHandedOver = fact<Placed & { lasted: Duration; to: 'line' | 'volunteer' }>();
/** Nobody has written for long, or somebody does again: both pages should look. */
export const silenceChanged = fact<Pair>();
/** One of the two is away, or back: the other may be told. */
export const peerChanged = fact<Pair & { who: 'caller' | 'volunteer'; peer: 'here' | 'away' }>();
