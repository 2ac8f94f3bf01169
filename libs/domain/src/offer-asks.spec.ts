// "Still there?": nobody rings for a caller who has not said so, and who does not say so keeps their place.
import { describe, expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  bo,
  firstOffer,
  inFrench,
  isAsked,
  isFree,
  isHere,
  t0,
  theVolunteer,
  vera,
  waits,
  walt,
} from '../test/a-line.js';
import { offerId } from './ids.js';
import { broken } from './invariants.js';
import { inOrder, lapse, leave, wake } from './line.js';
import type { LiveLine } from './live-line.js';
import {
  acceptOffer,
  declineOffer,
  expireOffer,
  makeOffer,
  skipCaller,
  standOffer,
  withdrawOffer,
} from './offer.js';
import { becomeFree, goAway, stopShift } from './volunteer.js';

const asksUntil = t0 + 8_000;
const asked = aLine(waits(ana), waits(bo), isFree(vera), isAsked());
const stands = (line: LiveLine, now = t0 + 1) => standOffer(line, firstOffer, { now, until: now + 25_000 });
const skips = (line: LiveLine, now = asksUntil) => skipCaller(line, firstOffer, now);
const asleep = skips(asked).line;

describe('asking', () => {
  it('[OF10] holds both, and neither is offered', () => {
    expect(asked.callers.get(ana)).toMatchObject({ at: 'asked', offer: firstOffer });
    expect(asked.volunteers.get(vera)).toMatchObject({ at: 'reserved', offer: firstOffer, since: t0 });
    expect(inOrder(asked).map(({ id }) => id)).toEqual([ana, bo]);
    expect(broken(asked)).toEqual([]);
  });

  it('[OF10] an answer in time makes the offer stand, for its whole time', () => {
    const { line, says } = stands(asked, asksUntil - 1);
    expect(says).toBe('stands');
    expect(line.offers.get(firstOffer)).toMatchObject({ at: 'standing', until: asksUntil - 1 + 25_000 });
    expect(line.callers.get(ana)).toMatchObject({ at: 'offered', offer: firstOffer });
    expect(line.volunteers.get(vera)).toMatchObject({ at: 'offered', since: t0 });
    expect(broken(line)).toEqual([]);
  });

  it.each([
    { how: 'comes late', before: asked, now: asksUntil, says: 'too-late' },
    { how: 'comes twice', before: stands(asked).line, now: t0 + 2, says: 'too-late' },
    { how: 'comes after the caller left', before: leave(asked, ana).line, now: t0 + 1, says: 'too-late' },
    { how: 'finds no volunteer', before: goAway(asked, vera).line, now: t0 + 1, says: 'nobody-there' },
    {
      how: 'finds the volunteer away',
      before: isHere(theVolunteer(vera), t0 + 1)(asked),
      now: t0 + 1,
      says: 'nobody-there',
    },
  ])('[OF10, I3] an answer that $how changes nothing', ({ before, now, says }) => {
    expect(stands(before, now)).toEqual({ line: before, says });
  });

  it('[OF10] nobody answers for the volunteer, who knows nothing of it', () => {
    const answer = { offer: firstOffer, by: vera, now: t0 + 1 };
    expect(acceptOffer(asked, answer)).toEqual({ line: asked, says: 'too-late' });
    expect(declineOffer(asked, answer, asksUntil)).toEqual({ line: asked, says: 'too-late' });
    const when = { now: asksUntil, missesBeforeAway: 2 };
    expect(expireOffer(asked, firstOffer, when)).toEqual({ line: asked, says: 'nothing-to-do' });
  });

  it('[OF12] the volunteer may pause or stop, and the caller is named', () => {
    expect(becomeFree(asked, vera, t0 + 1)).toEqual({ line: asked, says: 'free' });
    for (const leaves of [goAway, stopShift]) {
      const { line, says } = leaves(asked, vera);
      expect(says).toEqual({ of: firstOffer });
      expect(broken(line)).toEqual([]);
      const after = withdrawOffer(line, firstOffer).line;
      expect(after.callers.get(ana)).toMatchObject({ at: 'waiting' });
      expect(after.volunteers.get(vera)?.at).toBe(leaves === goAway ? 'away' : undefined);
    }
  });
});

describe('no answer', () => {
  it('[OF11, LN6, I6] puts the caller to sleep at their place, and costs the volunteer nothing', () => {
    expect(skips(asked).says).toBe('skipped');
    expect(asleep.callers.get(ana)).toMatchObject({ at: 'asleep', asleepSince: asksUntil, place: t0 });
    expect(asleep.volunteers.get(vera)).toEqual({
      id: vera,
      from: 'home',
      languages: inFrench,
      misses: 0,
      at: 'free',
      since: t0,
    });
    expect(inOrder(asleep).map(({ id }) => id)).toEqual([ana, bo]);
    expect(broken(asleep)).toEqual([]);
  });

  it('[OF11] brings the next one their turn', () => {
    const next = makeOffer(asleep, {
      id: offerId('2'),
      at: 'asking',
      now: asksUntil,
      until: asksUntil + 8_000,
    });
    expect(next.line.offers.get(offerId('2'))).toMatchObject({ caller: bo, volunteer: vera });
  });

  it.each([
    { how: 'early', before: asked, now: asksUntil - 1, says: 'still-asked' },
    { how: 'after the answer', before: stands(asked).line, now: asksUntil, says: 'nothing-to-do' },
    { how: 'twice', before: asleep, now: asksUntil, says: 'nothing-to-do' },
  ])('[I8] an alarm that comes $how changes nothing', ({ before, now, says }) => {
    expect(skips(before, now)).toEqual({ line: before, says });
  });

  it('[OF11] after the caller left, frees the volunteer', () => {
    const { line } = skips(leave(asked, ana).line);
    expect(line.volunteers.get(vera)).toMatchObject({ at: 'free', misses: 0, since: t0 });
    expect(inOrder(line).map(({ id }) => id)).toEqual([bo]);
  });
});

describe('who sleeps', () => {
  it('[LN6, I6] waits again at their place, at the first sign', () => {
    const { line, says } = wake(asleep, ana);
    expect(says).toBe('awake');
    expect(line).toEqual(aLine(waits(ana), waits(bo), isFree(vera)));
    expect(wake(line, ana)).toEqual({ line, says: 'not-asleep' });
    expect(wake(asked, ana)).toEqual({ line: asked, says: 'not-asleep' });
  });

  it('[LN6, LN3] leaves by the button as everybody does', () => {
    expect(leave(asleep, ana).says).toBe('left');
    expect(leave(asked, ana).says).toEqual({ left: 'offered', offer: firstOffer });
  });

  it('[LN6, LN4] is gone past the grace, though the tab is here', () => {
    const grace = 240_000;
    const lapses = (now: number) => lapse(asleep, ana, { grace, now }).says;
    expect(lapses(asksUntil + grace - 1)).toBe('still-here');
    expect(lapses(asksUntil + grace)).toBe('left');
    const woken = wake(asleep, ana).line;
    expect(lapse(woken, ana, { grace, now: asksUntil + grace }).says).toBe('still-here');
  });
});

it('[I3] a volunteer who paused while a caller was asked for them may be offered another', () => {
  const paused = becomeFree(goAway(asked, vera).line, vera, t0 + 1).line;
  const again = makeOffer(paused, { id: offerId('2'), at: 'asking', now: t0 + 2, until: t0 + 9 }).line;
  expect(again.offers.get(offerId('2'))).toMatchObject({ caller: bo, volunteer: vera });
  expect(broken(again)).toEqual([]);
  expect(broken(skipCaller(again, firstOffer, asksUntil).line)).toEqual([]);
  expect(isFree(walt)(again).volunteers.get(vera)).toMatchObject({ at: 'reserved', offer: '2' });
});
