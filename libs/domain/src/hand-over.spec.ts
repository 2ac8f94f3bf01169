// Handing over to one colleague: the step, who may be asked, and what becomes of an offer nobody takes.
import { expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  bo,
  firstTalk,
  isFree,
  t0,
  talks,
  theCaller,
  theVolunteer,
  vera,
  waits,
  walt,
} from '../test/a-line.js';
import { endConversation } from './conversation.js';
import { handOver } from './hand-over.js';
import { offerId, volunteerId } from './ids.js';
import { inOrder } from './line.js';
import { declineOffer, expireOffer, makeOffer } from './offer.js';
import { drop } from './presence.js';
import { goAway } from './volunteer.js';

const line = aLine(waits(ana), isFree(vera), talks(vera), waits(bo), isFree(walt, t0 + 1));
const given = offerId('given');
const xena = volunteerId('xena');
const now = t0 + 60_000;
const handing = {
  ...{ conversation: firstTalk, by: vera, to: walt, offer: given, now },
  ...{ until: now + 25_000, breatherUntil: now + 300_000, restsUntil: now + 120_000 },
};

it('[HO2] in one step the conversation is over, and the caller is offered to the one who was chosen', () => {
  const { line: after, says } = handOver(line, handing);
  expect(says).toBe('handed-over');
  expect(after.conversations.size).toBe(0);
  expect(after.callers.get(ana)).toMatchObject({
    at: 'offered',
    offer: given,
    place: t0,
    since: 'handed-over',
  });
  expect(after.callers.get(ana)?.resting.get(vera)).toBe(handing.restsUntil);
  expect(after.volunteers.get(vera)).toMatchObject({ at: 'breather', until: handing.breatherUntil });
  expect(after.volunteers.get(walt)).toMatchObject({ at: 'offered', offer: given });
  expect(after.offers.get(given)).toEqual({
    id: given,
    at: 'standing',
    caller: ana,
    volunteer: walt,
    until: handing.until,
  });
  expect(handOver(after, handing)).toEqual({ line: after, says: 'already-over' });
});

it.each([
  ['is not free', goAway(line, walt).line],
  ['is not here', drop(line, { person: theVolunteer(walt), tab: 1 }, t0).line],
  ['is there, but the caller is away', drop(line, { person: theCaller(ana), tab: 1 }, t0).line],
])('[HO2] nothing changes when the colleague %s', (_why, before) => {
  expect(handOver(before, handing)).toEqual({ line: before, says: 'not-free' });
});

it('[HO2] not to one who rests from the caller, nor to oneself, nor what is somebody else’s or over', () => {
  const caller = line.callers.get(ana);
  const resting = new Map([[walt, now + 1]]);
  const rested = caller && { ...line, callers: new Map(line.callers).set(ana, { ...caller, resting }) };
  expect(handOver(rested ?? line, handing).says).toBe('not-free');
  expect(handOver(line, { ...handing, to: vera }).says).toBe('not-free');
  expect(handOver(line, { ...handing, by: walt, to: vera })).toEqual({ line, says: 'not-yours' });
  const over = endConversation(line, firstTalk, now).line;
  expect(handOver(over, handing)).toEqual({ line: over, says: 'already-over' });
});

it.each([
  ['declined', declineOffer(handOver(line, handing).line, { offer: given, by: walt, now }, now + 9).line],
  [
    'not answered',
    expireOffer(handOver(line, handing).line, given, { now: handing.until, missesBeforeAway: 2 }).line,
  ],
])('[HO3, I6] %s, the caller waits at the place they always had, before who came later', (_how, after) => {
  expect(inOrder(after).map(({ id, at }) => [id, at])).toEqual([
    [ana, 'waiting'],
    [bo, 'waiting'],
  ]);
  const next = makeOffer(isFree(xena)(after), {
    ...{ id: offerId('next'), at: 'standing', now: now + 30_000, until: now + 60_000 },
  });
  expect(next.line.offers.get(offerId('next'))?.caller).toBe(ana);
});
