// The invariants I1..I7 as read-only questions to a line: what is broken, what was unjust? Tests ask them after every step.
import type { CallerId, VolunteerId } from './ids.js';
import type { Caller, LiveLine, Offer, Presence, Volunteer } from './live-line.js';
import type { Instant } from './time.js';

/** Every broken invariant, in words; empty when the line holds together. */
export function broken(line: LiveLine): string[] {
  return [
    ...brokenCallers(line),
    ...brokenVolunteers(line),
    ...brokenOffers(line),
    ...brokenConversations(line),
    ...brokenPairs(line),
  ];
}

function brokenCallers(line: LiveLine): string[] {
  return [...line.callers.values()].flatMap((caller) => {
    const { id } = caller;
    if (!line.callerTabs.has(id)) return ['I7 nobody would notice that a caller is gone'];
    if ('offer' in caller && !isOf(line.offers.get(caller.offer), caller))
      return [`I1 a caller is ${caller.at} without an offer`];
    if (caller.at === 'talking' && line.conversations.get(caller.conversation)?.caller !== id)
      return ['I1 a caller is talking without a conversation'];
    return [];
  });
}

function brokenVolunteers(line: LiveLine): string[] {
  return [...line.volunteers.values()].flatMap((volunteer) => {
    const { id } = volunteer;
    if (!line.volunteerTabs.has(id)) return ['I7 nobody would notice that a volunteer is gone'];
    if ('offer' in volunteer && !isFor(line.offers.get(volunteer.offer), volunteer))
      return [`I3 a volunteer is ${volunteer.at} without an offer`];
    if (volunteer.at === 'talking' && line.conversations.get(volunteer.conversation)?.volunteer !== id)
      return ['I3 a volunteer is talking without a conversation'];
    return [];
  });
}

/** What an offer does to its two: while its caller is asked, its volunteer is reserved. */
const isOf = (offer: Offer | undefined, { id, at }: Caller): boolean =>
  offer?.caller === id && at === (offer.at === 'asking' ? 'asked' : 'offered');
const isFor = (offer: Offer | undefined, { id, at }: Volunteer): boolean =>
  offer?.volunteer === id && at === (offer.at === 'asking' ? 'reserved' : 'offered');

const isHeld = (one: Caller | Volunteer | undefined, { id }: Offer): boolean =>
  one !== undefined && 'offer' in one && one.offer === id;

/**
 * A caller who left is not there any more, and a volunteer who is reserved may pause: until it is withdrawn, the offer
 * holds the other one alone.
 */
function brokenOffers(line: LiveLine): string[] {
  return [...line.offers.values()].flatMap((offer) => {
    const caller = line.callers.get(offer.caller);
    const paused = offer.at === 'asking';
    return [
      ...(caller && !isHeld(caller, offer) ? ['I2 an offer holds a caller who is elsewhere'] : []),
      ...(paused || isHeld(line.volunteers.get(offer.volunteer), offer)
        ? []
        : ['I3 an offer holds a volunteer who is elsewhere']),
    ];
  });
}

function brokenConversations(line: LiveLine): string[] {
  return [...line.conversations.values()].flatMap(({ id, caller, volunteer }) => {
    const one = line.callers.get(caller);
    const other = line.volunteers.get(volunteer);
    return [
      ...(one && other && !understand(one, other) ? ['I5 two talk who share no language'] : []),
      ...(one?.at === 'talking' && one.conversation === id ? [] : ['I2 a conversation without its caller']),
      ...(other?.at === 'talking' && other.conversation === id
        ? []
        : ['I3 a conversation without its volunteer']),
    ];
  });
}

function brokenPairs(line: LiveLine): string[] {
  const [offers, talks] = [[...line.offers.values()], [...line.conversations.values()]];
  const holding = offers.filter(
    (offer) => offer.at === 'standing' || isHeld(line.volunteers.get(offer.volunteer), offer),
  );
  return [
    ...repeated([...offers, ...talks].map(({ caller }) => caller)).map(
      () => 'I2 a caller has two volunteers',
    ),
    ...repeated([...holding, ...talks].map(({ volunteer }) => volunteer)).map(
      () => 'I3 a volunteer has two callers',
    ),
  ];
}

const repeated = <T>(all: T[]): T[] => all.filter((one, index) => all.indexOf(one) !== index);

/** Everything unjust in an offer, given the line just before it was made; empty when the right two were brought together. */
export function unjust(before: LiveLine, offer: Offer, now: Instant): string[] {
  const [waiting, free] = [waitingHere(before, now), freeHere(before, now)];
  const caller = waiting.find(({ id }) => id === offer.caller);
  const volunteer = free.find(({ id }) => id === offer.volunteer);
  if (!caller) return ['I5 somebody was offered who was not waiting, or not here'];
  if (!volunteer) return ['I3 a caller was offered to somebody who was not free, or not here'];
  const meets = (one: Caller) => (other: Volunteer) => mayMeet(one, other, now);
  const passedOver = waiting.filter(({ place }) => place < caller.place).some((one) => free.some(meets(one)));
  const idler = free.filter(({ since }) => since < volunteer.since).some(meets(caller));
  return [
    ...(understand(caller, volunteer) ? [] : ['I5 two were brought together who share no language']),
    ...(isRested(caller, volunteer, now) ? [] : ['I5 two were brought together who rest from each other']),
    ...(passedOver ? ['I5 somebody who came first was passed over'] : []),
    ...(idler ? ['I5 somebody who was idle longer was passed over'] : []),
  ];
}

/** The same of an offer by which a caller was handed over: nobody is passed over, because nobody else was meant (HO2). */
export function unjustlyGiven(before: LiveLine, offer: Offer, now: Instant): string[] {
  const given = before.callers.get(offer.caller);
  const chosen = freeHere(before, now).find(({ id }) => id === offer.volunteer);
  if (given?.at !== 'talking' || !hasLease(before.callerTabs, given.id, now))
    return ['I5 somebody was handed over who was not talking, or not here'];
  if (!chosen) return ['I3 a caller was handed over to somebody who was not free, or not here'];
  return mayMeet(given, chosen, now) ? [] : ['I5 two were brought together who rest from each other'];
}

/** Whether a caller waits and a volunteer is free who are both here and may be brought together (I9). */
export const couldMeet = (line: LiveLine, now: Instant): boolean =>
  waitingHere(line, now).some((caller) =>
    freeHere(line, now).some((volunteer) => mayMeet(caller, volunteer, now)),
  );

/** Everybody of whom that is true at this moment: nobody is to be among them for longer than a second (I9). */
export function keptApart(line: LiveLine, now: Instant): (CallerId | VolunteerId)[] {
  const [waiting, free] = [waitingHere(line, now), freeHere(line, now)];
  const pairs = waiting.flatMap((caller) =>
    free.filter((one) => mayMeet(caller, one, now)).map(({ id }) => [caller.id, id] as const),
  );
  return [...new Set(pairs.flat())];
}

type Tabs<Id> = ReadonlyMap<Id, Presence>;
const hasLease = <Id extends CallerId | VolunteerId>(tabs: Tabs<Id>, id: Id, now: Instant): boolean =>
  now < (tabs.get(id)?.until ?? -Infinity);

const waitingHere = (line: LiveLine, now: Instant) =>
  [...line.callers.values()].filter(({ id, at }) => at === 'waiting' && hasLease(line.callerTabs, id, now));

const freeHere = (line: LiveLine, now: Instant) =>
  [...line.volunteers.values()]
    .filter((volunteer) => volunteer.at === 'free')
    .filter(({ id }) => hasLease(line.volunteerTabs, id, now));

const mayMeet = (one: Caller, other: Volunteer, now: Instant): boolean =>
  understand(one, other) && isRested(one, other, now);

const understand = ({ language }: Caller, { languages }: Volunteer): boolean =>
  [...languages].includes(language);

const isRested = ({ resting }: Caller, { id }: Volunteer, now: Instant): boolean =>
  now >= (resting.get(id) ?? -Infinity);
