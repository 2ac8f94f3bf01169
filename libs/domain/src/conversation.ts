// A conversation: one caller, one volunteer; open, interrupted while a tab is away, closed. What is said is not here.
import type { ConversationId, VolunteerId } from './ids.js';
import { waitingAgain } from './line.js';
import { type Caller, type LiveLine, type Step, unchanged, withEntry, without } from './live-line.js';
import { isGone, isHere } from './presence.js';
import type { Duration, Instant } from './time.js';
import { resting } from './volunteer.js';

export type ConversationState =
  | { readonly at: 'open' }
  | { readonly at: 'interrupted'; readonly away: 'caller' | 'volunteer' | 'both' }
  | { readonly at: 'closed' };

/** Interrupted is never stored: it is what two leases say now (CV1). */
export function stateOf(line: LiveLine, id: ConversationId, now: Instant): ConversationState {
  const conversation = line.conversations.get(id);
  if (!conversation) return { at: 'closed' };
  const caller = isHere(line.callerTabs.get(conversation.caller), now);
  const volunteer = isHere(line.volunteerTabs.get(conversation.volunteer), now);
  if (caller && volunteer) return { at: 'open' };
  return { at: 'interrupted', away: caller ? 'volunteer' : volunteer ? 'caller' : 'both' };
}

/** Either side ends it in one action; the caller is gone, the volunteer has a breather (CV2). */
export function endConversation(
  line: LiveLine,
  id: ConversationId,
  breatherUntil: Instant,
): Step<'ended' | 'already-over'> {
  const conversation = line.conversations.get(id);
  if (!conversation) return unchanged(line, 'already-over');
  const volunteer = line.volunteers.get(conversation.volunteer);
  const next: LiveLine = {
    ...line,
    conversations: without(line.conversations, id),
    callers: without(line.callers, conversation.caller),
    volunteers: volunteer
      ? withEntry(line.volunteers, volunteer.id, resting(volunteer, breatherUntil))
      : line.volunteers,
  };
  return { line: next, says: 'ended' };
}

export type HandingBack = {
  readonly conversation: ConversationId;
  readonly by: VolunteerId;
  readonly breatherUntil: Instant;
  readonly restsUntil: Instant;
};

/**
 * The volunteer gives the caller back to the line: they wait at the place they always had, the pair rests, and the
 * volunteer has a breather (HO1).
 */
export function handBack(
  line: LiveLine,
  { conversation: id, by, breatherUntil, restsUntil }: HandingBack,
): Step<'handed-back' | 'already-over' | 'not-yours'> {
  const conversation = line.conversations.get(id);
  if (!conversation) return unchanged(line, 'already-over');
  if (conversation.volunteer !== by) return unchanged(line, 'not-yours');
  const volunteer = line.volunteers.get(by);
  const caller = line.callers.get(conversation.caller);
  const next: LiveLine = {
    ...line,
    conversations: without(line.conversations, id),
    volunteers: volunteer
      ? withEntry(line.volunteers, by, resting(volunteer, breatherUntil))
      : line.volunteers,
    callers: caller
      ? withEntry(line.callers, caller.id, waitingAgain(caller, handedOver(caller, by, restsUntil)))
      : line.callers,
  };
  return { line: next, says: 'handed-back' };
}

/** Given on by this volunteer, who is not brought together with them again for a while. */
export const handedOver = (caller: Caller, by: VolunteerId, restsUntil: Instant) =>
  ({ since: 'handed-over', resting: withEntry(caller.resting, by, restsUntil) }) as const;

type Lapse = { readonly grace: Duration; readonly now: Instant };

/** The caller's tab was away past its grace: the conversation ends (CV3). */
export function loseCaller(
  line: LiveLine,
  id: ConversationId,
  { grace, now, breatherUntil }: Lapse & { breatherUntil: Instant },
): Step<'ended' | 'still-here' | 'already-over'> {
  const conversation = line.conversations.get(id);
  if (!conversation) return unchanged(line, 'already-over');
  if (!isGone(line.callerTabs.get(conversation.caller), grace, now)) return unchanged(line, 'still-here');
  return endConversation(line, id, breatherUntil);
}

/** The volunteer's tab was away past its grace: the caller is back in the line at the place they always had (CV4). */
export function loseVolunteer(
  line: LiveLine,
  id: ConversationId,
  { grace, now }: Lapse,
): Step<'returned' | 'still-here' | 'already-over'> {
  const conversation = line.conversations.get(id);
  if (!conversation) return unchanged(line, 'already-over');
  if (!isGone(line.volunteerTabs.get(conversation.volunteer), grace, now))
    return unchanged(line, 'still-here');
  const caller = line.callers.get(conversation.caller);
  const next: LiveLine = {
    ...line,
    conversations: without(line.conversations, id),
    volunteers: without(line.volunteers, conversation.volunteer),
    callers: caller
      ? withEntry(line.callers, caller.id, waitingAgain(caller, { since: 'listener-lost' }))
      : line.callers,
  };
  return { line: next, says: 'returned' };
}
