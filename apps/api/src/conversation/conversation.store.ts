// The port of conversations: who is paired with whom. Nothing of what is said ever passes here.
import type { Conversation, ConversationId, Duration, HandingBack, Instant, LineId } from '@veille/domain';

type Lapse = { readonly grace: Duration; readonly now: Instant };

export abstract class ConversationStore {
  abstract find(line: LineId, id: ConversationId): Promise<Conversation | undefined>;
  /** Over for both: the caller is gone, the volunteer has a breather. Of two who end it, one is told `ended`. */
  abstract end(
    line: LineId,
    conversation: Conversation,
    breatherUntil: Instant,
  ): Promise<'ended' | 'already-over'>;
  /** The caller waits again, at the place they always had; the pair rests, and the volunteer has a breather. */
  abstract handBack(
    line: LineId,
    conversation: Conversation,
    by: Omit<HandingBack, 'conversation'>,
  ): Promise<'handed-back' | 'already-over' | 'not-yours'>;
  /** One of the two wrote at `at`; gives since when nobody had. */
  abstract heard(
    line: LineId,
    id: ConversationId,
    at: Instant,
  ): Promise<'already-over' | { readonly since: Instant }>;
  /** Ends it if the caller's tab was away past `grace`. */
  abstract loseCaller(
    line: LineId,
    conversation: Conversation,
    when: Lapse & { breatherUntil: Instant },
  ): Promise<'ended' | 'still-here' | 'already-over'>;
  /** If the volunteer's tab was away past `grace`: the caller is back in the line at the place they always had. */
  abstract loseVolunteer(
    line: LineId,
    conversation: Conversation,
    when: Lapse,
  ): Promise<'returned' | 'still-here' | 'already-over'>;
}
