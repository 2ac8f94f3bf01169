// Offers: who is brought together with whom, and what every answer, or none, leads to.
import { describe, expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  bo,
  type Change,
  firstOffer,
  firstTalk,
  inFrench,
  isFree,
  isHere,
  isOffered,
  longHence,
  t0,
  talks,
  theCaller,
  theVolunteer,
  vera,
  waits,
  walt,
} from '../test/a-line.js';
import { offerId } from './ids.js';
import { inOrder, leave } from './line.js';
import { emptyLine, type LiveLine } from './live-line.js';
import { acceptOffer, declineOffer, expireOffer, makeOffer, withdrawOffer } from './offer.js';
import { drop } from './presence.js';
import { goAway } from './volunteer.js';

const until = t0 + 25_000;
const make = (line: LiveLine, now = t0) =>
  makeOffer(line, { id: firstOffer, at: 'standing', now, until: now + 25_000 });
const pair = ({ line }: { line: LiveLine }) => {
  const offer = line.offers.get(firstOffer);
  return offer && [offer.caller, offer.volunteer];
};
const closes =
  (person: ReturnType<typeof theCaller>): Change =>
  (line) =>
    drop(line, { person, tab: 1 }, t0).line;

describe('making one', () => {
  it.each([
    ['nobody waits', aLine(isFree(vera)), 'nobody-waiting'],
    ['who waits is away', aLine(waits(ana), isFree(vera), closes(theCaller(ana))), 'nobody-fits'],
    [
      'who waits is offered already',
      aLine(waits(ana), isFree(vera), isFree(walt), isOffered(offerId('x'))),
      'nobody-fits',
    ],
    ['nobody is free', aLine(waits(ana)), 'nobody-free'],
    ['who is free is away', aLine(waits(ana), isFree(vera), closes(theVolunteer(vera))), 'nobody-free'],
    ['who was free paused', goAway(aLine(waits(ana), isFree(vera)), vera).line, 'nobody-free'],
  ])('[OF1, OF2, LN5, VO7] none while %s', (_why, line, says) => {
    expect(make(line)).toEqual({ line, says });
  });

  it('[OF1] both are held, until a certain instant', () => {
    const { line, says } = make(aLine(waits(ana), isFree(vera)));
    expect(says).toBe('offered');
    expect(line.offers.get(firstOffer)).toEqual({
      id: firstOffer,
      caller: ana,
      volunteer: vera,
      at: 'standing',
      until,
    });
    expect(line.callers.get(ana)).toMatchObject({ at: 'offered', offer: firstOffer });
    expect(line.volunteers.get(vera)).toMatchObject({ at: 'offered', offer: firstOffer });
  });

  it('[OF1] the first who waits, whoever is before them elsewhere', () => {
    expect(pair(make(aLine(waits(bo), waits(ana), isFree(vera))))).toEqual([bo, vera]);
    expect(pair(make(aLine(waits(bo), closes(theCaller(bo)), waits(ana), isFree(vera))))).toEqual([
      ana,
      vera,
    ]);
  });

  it('[OF2] to the volunteer who has been idle longest', () => {
    expect(pair(make(aLine(waits(ana), isFree(walt, t0 + 1), isFree(vera, t0 + 2))))).toEqual([ana, walt]);
    expect(pair(make(aLine(waits(ana), isFree(walt), isFree(vera))))).toEqual([ana, vera]); // ids decide
  });

  it('[OF2, I3] only while the leases hold', () => {
    const line = aLine(waits(ana), isFree(vera), isHere(theVolunteer(vera), t0 + 100));
    expect(make(line, t0 + 99).says).toBe('offered');
    expect(make(line, t0 + 100).says).toBe('nobody-free');
    const away = aLine(waits(ana), isHere(theCaller(ana), t0 + 100), isFree(vera));
    expect(make(away, t0 + 99).says).toBe('offered');
    expect(make(away, t0 + 100).says).toBe('nobody-fits');
  });

  it('[OF2] two who rest from each other are not brought together until it is over', () => {
    const declined = declineOffer(
      aLine(waits(ana), isFree(vera), isOffered()),
      { offer: firstOffer, by: vera, now: t0 },
      t0 + 600,
    ).line;
    expect(make(declined, t0 + 599).says).toBe('nobody-fits');
    expect(pair(make(declined, t0 + 600))).toEqual([ana, vera]);
    expect(pair(make(waits(bo)(declined)))).toEqual([bo, vera]);
    expect(pair(make(isFree(walt, t0 + 9)(waits(bo)(declined))))).toEqual([ana, walt]);
  });
});

describe('answering', () => {
  const line = aLine(waits(ana), waits(bo), isFree(vera), isFree(walt, t0 + 1), isOffered());
  const over = withdrawOffer(line, firstOffer).line;
  const talking = aLine(waits(ana), isFree(vera), talks(vera));
  const callerLeft = leave(line, ana).line;

  it.each([
    { how: 'in time', before: line, by: vera, now: until - 1, says: { accepted: 'now', caller: ana } },
    { how: 'too late', before: line, by: vera, now: until, says: 'too-late' },
    { how: 'when it is over', before: over, by: vera, now: t0, says: 'too-late' },
    { how: 'when it never was', before: emptyLine, by: vera, now: t0, says: 'too-late' },
    { how: 'when the caller has left', before: callerLeft, by: vera, now: t0, says: 'too-late' },
    { how: 'by somebody else', before: line, by: walt, now: t0, says: 'not-yours' },
    { how: 'again', before: talking, by: vera, now: longHence, says: { accepted: 'before', caller: ana } },
    { how: 'again, by somebody else', before: talking, by: walt, now: t0, says: 'too-late' },
  ])('[I10, OF3, OF4, OF5] accepting $how', ({ before, by, now, says }) => {
    const { line: after, says: said } = acceptOffer(before, { offer: firstOffer, by, now });
    expect(said).toEqual(says);
    if (typeof says === 'object' && says.accepted === 'now') expect(after.conversations.size).toBe(1);
    else expect(after).toBe(before);
  });

  it('[I10] what is accepted is a conversation of the two, of the same name', () => {
    const after = acceptOffer(line, { offer: firstOffer, by: vera, now: t0 + 5 }).line;
    expect(after.conversations.get(firstTalk)).toEqual({
      id: firstTalk,
      caller: ana,
      volunteer: vera,
      openedAt: t0 + 5,
    });
    expect(after.offers.size).toBe(0);
    expect(after.callers.get(ana)).toMatchObject({ at: 'talking', conversation: firstTalk, place: t0 });
    expect(after.volunteers.get(vera)).toEqual({
      id: vera,
      from: 'home',
      languages: inFrench,
      misses: 0,
      at: 'talking',
      conversation: firstTalk,
    });
  });

  it.each([
    { how: 'in time', before: line, by: vera, now: until - 1, says: 'declined' },
    { how: 'too late', before: line, by: vera, now: until, says: 'too-late' },
    { how: 'when it is over', before: over, by: vera, now: t0, says: 'too-late' },
    { how: 'by somebody else', before: line, by: walt, now: t0, says: 'not-yours' },
  ])('[OF3, OF4, OF6] declining $how', ({ before, by, now, says }) => {
    const { line: after, says: said } = declineOffer(before, { offer: firstOffer, by, now }, until);
    expect(said).toBe(says);
    if (said !== 'declined') return expect(after).toBe(before);
    expect(after.offers.size).toBe(0);
    expect(inOrder(after).map(({ id }) => id)).toEqual([ana, bo]);
    expect(after.callers.get(ana)).toMatchObject({ at: 'waiting', resting: new Map([[vera, until]]) });
    expect(after.volunteers.get(vera)).toEqual({
      id: vera,
      from: 'home',
      languages: inFrench,
      misses: 0,
      at: 'free',
      since: t0,
    });
  });
});

describe('leaving one unanswered', () => {
  const line = aLine(waits(ana), waits(bo), isFree(vera), isOffered());
  const expires = (before: LiveLine, now = until) =>
    expireOffer(before, firstOffer, { now, missesBeforeAway: 2 });

  it('[OF7] gives the caller back to the same place, and passes the turn', () => {
    const { line: after, says } = expires(line);
    expect(says).toBe('expired');
    expect(inOrder(after).map(({ id, at }) => [id, at])).toEqual([
      [ana, 'waiting'],
      [bo, 'waiting'],
    ]);
    expect(after.volunteers.get(vera)).toEqual({
      id: vera,
      from: 'home',
      languages: inFrench,
      misses: 1,
      at: 'free',
      since: until,
    });
  });

  it('[OF8] twice in a row, the volunteer is away', () => {
    const again = isOffered(firstOffer, until)(expires(line).line);
    const { line: after } = expires(again, until + 25_000);
    expect(after.volunteers.get(vera)).toEqual({
      id: vera,
      from: 'home',
      languages: inFrench,
      misses: 0,
      at: 'away',
      why: 'missed',
    });
  });

  it.each([
    { how: 'early', before: line, now: until - 1, says: 'still-stands' },
    { how: 'of an offer that never was', before: emptyLine, now: until, says: 'nothing-to-do' },
    { how: 'twice', before: expires(line).line, now: until, says: 'nothing-to-do' },
    {
      how: 'after the answer',
      before: aLine(waits(ana), isFree(vera), talks(vera)),
      now: until,
      says: 'nothing-to-do',
    },
  ])('[I8] an expiry that comes $how changes nothing', ({ before, now, says }) => {
    expect(expires(before, now)).toEqual({ line: before, says });
  });

  it('[OF9] withdrawn, both are where they were, and nobody is blamed', () => {
    const { line: after, says } = withdrawOffer(line, firstOffer);
    expect(says).toBe('withdrawn');
    expect(after).toEqual(aLine(waits(ana), waits(bo), isFree(vera)));
    expect(withdrawOffer(after, firstOffer)).toEqual({ line: after, says: 'nothing-to-do' });
  });

  it.each([
    ['withdrawn', (left: LiveLine) => withdrawOffer(left, firstOffer)],
    ['expired', (left: LiveLine) => expires(left)],
  ])('[OF9] %s after the caller left, the volunteer has the turn they had', (says, ends) => {
    const ended = ends(leave(line, ana).line);
    expect(ended.says).toBe(says);
    expect(ended.line.volunteers.get(vera)).toEqual({
      id: vera,
      from: 'home',
      languages: inFrench,
      misses: 0,
      at: 'free',
      since: t0,
    });
    expect(inOrder(ended.line).map(({ id }) => id)).toEqual([bo]);
  });
});
