// A volunteer hands their caller over to one colleague, in one step: there is no moment in which the caller is nobody's.
import { handedOver, type HandingBack } from './conversation.js';
import type { OfferId, VolunteerId } from './ids.js';
import { speaks } from './language.js';
import {
  type Caller,
  type LiveLine,
  type Step,
  unchanged,
  type Volunteer,
  withEntry,
  without,
} from './live-line.js';
import { hold } from './offer.js';
import { isHere } from './presence.js';
import type { Instant } from './time.js';
import { resting } from './volunteer.js';

export type HandingOver = HandingBack & {
  readonly to: VolunteerId;
  readonly offer: OfferId;
  readonly until: Instant;
  readonly now: Instant;
};
export type HandedOver = 'handed-over' | 'already-over' | 'not-yours' | 'not-free';

type FreeVolunteer = Extract<Volunteer, { at: 'free' }>;

/** Whether this colleague may be asked to hear the caller now, if both are here. */
export const mayHear = (
  volunteer: Volunteer | undefined,
  caller: Caller,
  now: Instant,
): volunteer is FreeVolunteer =>
  volunteer?.at === 'free' && speaks(volunteer, caller) && (caller.resting.get(volunteer.id) ?? 0) <= now;

/**
 * The conversation is over, its volunteer has a breather, and an offer of the caller stands for the colleague; unanswered
 * or declined, the caller is in the line like anybody, at the place they always had (HO2, HO3).
 */
export function handOver(line: LiveLine, handing: HandingOver): Step<HandedOver> {
  const { conversation: id, by, to, offer, until, now } = handing;
  const conversation = line.conversations.get(id);
  const caller = conversation && line.callers.get(conversation.caller);
  if (!caller || caller.at !== 'talking' || caller.conversation !== id)
    return unchanged(line, 'already-over');
  if (conversation.volunteer !== by) return unchanged(line, 'not-yours');
  const [source, target] = [line.volunteers.get(by), line.volunteers.get(to)];
  const areHere = isHere(line.callerTabs.get(caller.id), now) && isHere(line.volunteerTabs.get(to), now);
  if (!source || !mayHear(target, caller, now) || !areHere) return unchanged(line, 'not-free');
  const closed: LiveLine = {
    ...line,
    conversations: without(line.conversations, id),
    volunteers: withEntry(line.volunteers, by, resting(source, handing.breatherUntil)),
  };
  const given: Caller = { ...caller, ...handedOver(caller, by, handing.restsUntil) };
  const standing = { id: offer, at: 'standing', caller: caller.id, volunteer: to, until } as const;
  return { line: hold(closed, { caller: given, volunteer: target, offer: standing }), says: 'handed-over' };
}
