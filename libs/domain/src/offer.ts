// An offer holds one caller for one volunteer: first the caller is asked whether they are still there, then the volunteer.
import { type CallerId, conversationFrom, type OfferId, type VolunteerId } from './ids.js';
import { speaks } from './language.js';
import { asleep, inOrder, waitingAgain } from './line.js';
import {
  type Caller,
  type LiveLine,
  type Offer,
  shiftOf,
  stayOf,
  type Step,
  unchanged,
  type Volunteer,
  withEntry,
  without,
} from './live-line.js';
import { isHere } from './presence.js';
import { isSettling } from './rebuild.js';
import type { Instant } from './time.js';
import { freed, setAway } from './volunteer.js';

/** `nobody-fits`: of those in the line nobody waits, is here, and may be brought together with somebody who is free. */
export type Matching = 'offered' | 'settling' | 'nobody-waiting' | 'nobody-free' | 'nobody-fits';
/** What a volunteer is told of the caller they are offered. */
export type Waiting = Pick<Caller, 'joinedAt' | 'language' | 'since'>;
/** An offer, and its caller as the same move read them. */
export type Made = { readonly offer: Offer; readonly caller: Waiting };
/** `at`: whether the caller is asked first, or the offer stands at once. */
export type Making = Pick<Offer, 'id' | 'at' | 'until'> & { readonly now: Instant };

type FreeVolunteer = Extract<Volunteer, { at: 'free' }>;

/** Free volunteers whose tab is here, the longest idle first (OF2). */
function freeOnes(line: LiveLine, now: Instant): FreeVolunteer[] {
  return [...line.volunteers.values()]
    .filter((volunteer): volunteer is FreeVolunteer => volunteer.at === 'free')
    .filter(({ id }) => isHere(line.volunteerTabs.get(id), now))
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1));
}

/**
 * The first waiting caller whose tab is here, for the longest idle volunteer who speaks their language and may be brought
 * together with them (OF1, OF2, LG1). Who waits in a language that nobody free speaks is not looked at (LG6). None while
 * those who came first may still be coming back (RB7).
 */
export function makeOffer(line: LiveLine, { now, ...making }: Making): Step<Matching> {
  if (isSettling(line, now)) return unchanged(line, 'settling');
  const order = inOrder(line);
  if (order.length === 0) return unchanged(line, 'nobody-waiting');
  const free = freeOnes(line, now);
  if (free.length === 0) return unchanged(line, 'nobody-free');
  const waiting = order
    .filter((caller) => caller.at === 'waiting' && free.some((one) => speaks(one, caller)))
    .filter(({ id }) => isHere(line.callerTabs.get(id), now));
  for (const caller of waiting) {
    const volunteer = free.find((one) => speaks(one, caller) && (caller.resting.get(one.id) ?? 0) <= now);
    if (!volunteer) continue;
    const offer: Offer = { ...making, caller: caller.id, volunteer: volunteer.id };
    return { line: hold(line, { caller, volunteer, offer }), says: 'offered' };
  }
  return unchanged(line, 'nobody-fits');
}

type Holders = { caller: Caller; volunteer: Extract<Volunteer, { since: Instant }> };

/** Both are where the offer is: asked and reserved, or offered both. */
export function hold(line: LiveLine, { caller, volunteer, offer }: Holders & { offer: Offer }): LiveLine {
  const asks = offer.at === 'asking';
  const held: Caller = { ...stayOf(caller), offer: offer.id, at: asks ? 'asked' : 'offered' };
  const { misses, since } = volunteer;
  const reserved: Volunteer = {
    ...{ ...shiftOf(volunteer), misses, since, offer: offer.id },
    at: asks ? 'reserved' : 'offered',
  };
  return {
    ...line,
    callers: withEntry(line.callers, caller.id, held),
    volunteers: withEntry(line.volunteers, volunteer.id, reserved),
    offers: withEntry(line.offers, offer.id, offer),
  };
}

/** The caller says in time that they are still there: now the offer stands, and only now is the volunteer told of it (OF10). */
export function standOffer(
  line: LiveLine,
  id: OfferId,
  { now, until }: { now: Instant; until: Instant },
): Step<'stands' | 'too-late' | 'nobody-there'> {
  const offer = line.offers.get(id);
  if (offer?.at !== 'asking' || offer.until <= now) return unchanged(line, 'too-late');
  const { caller, volunteer } = holders(line, offer);
  if (!caller) return unchanged(line, 'too-late');
  if (!volunteer || !isHere(line.volunteerTabs.get(volunteer.id), now))
    return unchanged(line, 'nobody-there');
  return {
    line: hold(line, { caller, volunteer, offer: { ...offer, at: 'standing', until } }),
    says: 'stands',
  };
}

/** The caller did not say so in time: they sleep at their place, and the volunteer has the turn they had (OF11). */
export function skipCaller(
  line: LiveLine,
  id: OfferId,
  now: Instant,
): Step<'skipped' | 'still-asked' | 'nothing-to-do'> {
  const offer = line.offers.get(id);
  if (offer?.at !== 'asking') return unchanged(line, 'nothing-to-do');
  if (offer.until > now) return unchanged(line, 'still-asked');
  const next = release(line, offer, {});
  const caller = holders(line, offer).caller;
  const callers = caller ? withEntry(next.callers, caller.id, asleep(caller, now)) : next.callers;
  return { line: { ...next, callers }, says: 'skipped' };
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
  if (!caller || !volunteer || !standsAt(offer, now)) return unchanged(line, 'too-late');
  if (offer.volunteer !== by) return unchanged(line, 'not-yours');
  const talking: Caller = { ...stayOf(caller), at: 'talking', conversation };
  const listening: Volunteer = { ...shiftOf(volunteer), misses: 0, at: 'talking', conversation };
  const opened = { id: conversation, caller: caller.id, volunteer: by, openedAt: now };
  const next: LiveLine = {
    ...line,
    offers: without(line.offers, id),
    callers: withEntry(line.callers, caller.id, talking),
    volunteers: withEntry(line.volunteers, by, listening),
    conversations: withEntry(line.conversations, conversation, opened),
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
  if (!offer || !standsAt(offer, now)) return unchanged(line, 'too-late');
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
  if (offer?.at !== 'standing') return unchanged(line, 'nothing-to-do');
  if (offer.until > now) return unchanged(line, 'still-stands');
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
    caller: caller && 'offer' in caller && caller.offer === offer.id ? caller : undefined,
    volunteer: volunteer && 'offer' in volunteer && volunteer.offer === offer.id ? volunteer : undefined,
  };
}

const standsAt = (offer: Offer, now: Instant): boolean => offer.at === 'standing' && offer.until > now;

function rested({ resting }: Caller, { volunteer }: Offer, { restsUntil }: Release) {
  return restsUntil === undefined ? {} : { resting: withEntry(resting, volunteer, restsUntil) };
}

function freedAgain(volunteer: Extract<Volunteer, { offer: OfferId }>, how: Release): Volunteer {
  const misses = how.misses ?? volunteer.misses;
  if (misses >= (how.missesBeforeAway ?? Infinity)) return setAway(volunteer, 'missed');
  return freed(volunteer, { misses, since: how.since ?? volunteer.since });
}
