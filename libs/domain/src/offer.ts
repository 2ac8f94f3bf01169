// An offer holds one caller for one volunteer until it is answered or its time is up.
import { type CallerId, conversationFrom, type OfferId, type VolunteerId } from './ids.js';
import { inOrder, waitingAgain } from './line.js';
import {
  type Caller,
  type LiveLine,
  type Offer,
  type Step,
  unchanged,
  type Volunteer,
  withEntry,
  without,
} from './live-line.js';
import { isHere } from './presence.js';
import type { Instant } from './time.js';
import { freed, setAway } from './volunteer.js';

export type Matching = 'offered' | 'nobody-waiting' | 'nobody-free' | 'nobody-fits';

type FreeVolunteer = Extract<Volunteer, { at: 'free' }>;

/** Free volunteers whose tab is here, the longest idle first (OF2). */
function freeOnes(line: LiveLine, now: Instant): FreeVolunteer[] {
  return [...line.volunteers.values()]
    .filter((volunteer): volunteer is FreeVolunteer => volunteer.at === 'free')
    .filter(({ id }) => isHere(line.volunteerTabs.get(id), now))
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}

/** The first waiting caller whose tab is here, for the longest idle volunteer they may be brought together with (OF1, OF2). */
export function makeOffer(
  line: LiveLine,
  { id, until, now }: { id: OfferId; until: Instant; now: Instant },
): Step<Matching> {
  const waiting = inOrder(line).filter(
    (caller) => caller.at === 'waiting' && isHere(line.callerTabs.get(caller.id), now),
  );
  if (waiting.length === 0) return unchanged(line, 'nobody-waiting');
  const free = freeOnes(line, now);
  if (free.length === 0) return unchanged(line, 'nobody-free');
  for (const caller of waiting) {
    const volunteer = free.find((one) => (caller.resting.get(one.id) ?? 0) <= now);
    if (volunteer) return hold(line, { caller, volunteer, offer: { id, until } });
  }
  return unchanged(line, 'nobody-fits');
}

function hold(
  line: LiveLine,
  {
    caller,
    volunteer,
    offer,
  }: { caller: Caller; volunteer: FreeVolunteer; offer: { id: OfferId; until: Instant } },
): Step<'offered'> {
  const { id, until } = offer;
  const next: LiveLine = {
    ...line,
    callers: withEntry(line.callers, caller.id, { ...caller, at: 'offered', offer: id }),
    volunteers: withEntry(line.volunteers, volunteer.id, { ...volunteer, at: 'offered', offer: id }),
    offers: withEntry(line.offers, id, {
      id,
      caller: caller.id,
      volunteer: volunteer.id,
      standsUntil: until,
    }),
  };
  return { line: next, says: 'offered' };
}

export type Answer = { readonly offer: OfferId; readonly by: VolunteerId; readonly now: Instant };

/** `before`: the same answer again, because its reply was lost, is told what it was told before (OF5). */
export type Accepted = { readonly accepted: 'now' | 'before'; readonly caller: CallerId };

/** Takes the caller: of any number of answers exactly one opens the conversation (OF3, OF4, I10). */
export function acceptOffer(
  line: LiveLine,
  { offer: id, by, now }: Answer,
): Step<Accepted | 'too-late' | 'not-yours'> {
  const offer = line.offers.get(id);
  const conversation = conversationFrom(id);
  if (!offer) {
    const opened = line.conversations.get(conversation);
    if (opened?.volunteer !== by) return unchanged(line, 'too-late');
    return unchanged(line, { accepted: 'before', caller: opened.caller });
  }
  const { caller, volunteer } = holders(line, offer);
  if (!caller || !volunteer || offer.standsUntil <= now) return unchanged(line, 'too-late');
  if (offer.volunteer !== by) return unchanged(line, 'not-yours');
  const next: LiveLine = {
    ...line,
    offers: without(line.offers, id),
    callers: withEntry(line.callers, caller.id, talkingCaller(caller, conversation)),
    volunteers: withEntry(line.volunteers, by, {
      id: by,
      from: volunteer.from,
      misses: 0,
      at: 'talking',
      conversation,
    }),
    conversations: withEntry(line.conversations, conversation, {
      id: conversation,
      caller: caller.id,
      volunteer: by,
      openedAt: now,
    }),
  };
  return { line: next, says: { accepted: 'now', caller: caller.id } };
}

/** Gives the caller back to the same place and rests the pair; the volunteer keeps their turn: no penalty (OF6). */
export function declineOffer(
  line: LiveLine,
  { offer: id, by, now }: Answer,
  restsUntil: Instant,
): Step<'declined' | 'too-late' | 'not-yours'> {
  const offer = line.offers.get(id);
  if (!offer || offer.standsUntil <= now) return unchanged(line, 'too-late');
  if (offer.volunteer !== by) return unchanged(line, 'not-yours');
  return { line: release(line, offer, { misses: 0, restsUntil }), says: 'declined' };
}

/**
 * Nobody answered in time: the caller is back at the same place, the volunteer has missed one more (OF7, OF8).
 * There was nothing to miss if the caller had left already (OF9).
 */
export function expireOffer(
  line: LiveLine,
  id: OfferId,
  { now, missesBeforeAway }: { now: Instant; missesBeforeAway: number },
): Step<'expired' | 'still-stands' | 'nothing-to-do'> {
  const offer = line.offers.get(id);
  if (!offer) return unchanged(line, 'nothing-to-do');
  if (offer.standsUntil > now) return unchanged(line, 'still-stands');
  if (!holders(line, offer).caller) return { line: release(line, offer, {}), says: 'expired' };
  const misses = (line.volunteers.get(offer.volunteer)?.misses ?? 0) + 1;
  return { line: release(line, offer, { misses, missesBeforeAway, since: now }), says: 'expired' };
}

/** One of the two is not there any more: the other goes back to where they were, and nobody is blamed (OF9). */
export function withdrawOffer(line: LiveLine, id: OfferId): Step<'withdrawn' | 'nothing-to-do'> {
  const offer = line.offers.get(id);
  if (!offer) return unchanged(line, 'nothing-to-do');
  return { line: release(line, offer, {}), says: 'withdrawn' };
}

type Release = { misses?: number; missesBeforeAway?: number; since?: Instant; restsUntil?: Instant };

function release(line: LiveLine, offer: Offer, how: Release): LiveLine {
  const { caller, volunteer } = holders(line, offer);
  const callers = caller
    ? withEntry(line.callers, caller.id, waitingAgain(caller, rested(caller, offer, how)))
    : line.callers;
  const volunteers = volunteer
    ? withEntry(line.volunteers, volunteer.id, freedAgain(volunteer, how))
    : line.volunteers;
  return { ...line, callers, volunteers, offers: without(line.offers, offer.id) };
}

/** The two an offer holds, as long as they are still held by this very offer. */
function holders(line: LiveLine, offer: Offer) {
  const caller = line.callers.get(offer.caller);
  const volunteer = line.volunteers.get(offer.volunteer);
  return {
    caller: caller?.at === 'offered' && caller.offer === offer.id ? caller : undefined,
    volunteer: volunteer?.at === 'offered' && volunteer.offer === offer.id ? volunteer : undefined,
  };
}

function talkingCaller(
  { id, place, joinedAt, since, resting }: Caller,
  conversation: ReturnType<typeof conversationFrom>,
): Caller {
  return { id, place, joinedAt, since, resting, at: 'talking', conversation };
}

function rested({ resting }: Caller, { volunteer }: Offer, { restsUntil }: Release) {
  return restsUntil === undefined ? {} : { resting: withEntry(resting, volunteer, restsUntil) };
}

function freedAgain(volunteer: Extract<Volunteer, { at: 'offered' }>, how: Release): Volunteer {
  const misses = how.misses ?? volunteer.misses;
  if (misses >= (how.missesBeforeAway ?? Infinity)) return setAway(volunteer, 'missed');
  return freed(volunteer, { misses, since: how.since ?? volunteer.since });
}
