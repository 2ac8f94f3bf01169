// The order of the line: joining, leaving, lapsing, and keeping a place.
import { describe, expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  bo,
  chloe,
  firstOffer,
  isFree,
  isHere,
  isOffered,
  t0,
  talks,
  theCaller,
  vera,
  waits,
} from '../test/a-line.js';
import { callerId } from './ids.js';
import { inOrder, join, lapse, leave, rankOf, waitingAgain } from './line.js';
import type { LiveLine } from './live-line.js';
import { drop } from './presence.js';

const order = (line: LiveLine) => inOrder(line).map(({ id }) => id);

describe('joining', () => {
  it('[LN1] a newcomer stands last', () => {
    const line = aLine(waits(bo, t0), waits(ana, t0 + 1));
    expect(order(line)).toEqual([bo, ana]);
    expect([rankOf(line, bo), rankOf(line, ana), rankOf(line, chloe)]).toEqual([1, 2, 'not-in-line']);
  });

  it.each([
    ['in the same millisecond', t0],
    ['by a clock that is behind', t0 - 60_000],
  ])('[LN1] two who come %s have two places', (_when, now) => {
    const line = aLine(waits(bo, t0), waits(ana, now));
    expect(order(line)).toEqual([bo, ana]);
    expect(line.callers.get(ana)).toMatchObject({ place: t0 + 1, joinedAt: now });
  });

  it('[LN1] places that are alike are told apart the same way everywhere', () => {
    const talking = aLine(waits(bo), isFree(vera), talks(vera)); // bo keeps the place t0
    const line = waits(ana, t0)(talking);
    const caller = line.callers.get(bo);
    if (!caller) throw new Error('bo talks');
    const back: LiveLine = { ...line, callers: new Map(line.callers).set(bo, waitingAgain(caller)) };
    expect(back.callers.get(ana)?.place).toBe(t0);
    expect(order(back)).toEqual([ana, bo]);
  });

  it.each([
    ['waits', aLine(waits(ana))],
    ['is offered', aLine(waits(ana), isFree(vera), isOffered())],
    ['talks', aLine(waits(ana), isFree(vera), talks(vera))],
  ])('[LN2] who %s does not join again', (_at, line) => {
    expect(join(line, { id: ana, language: 'fr', now: t0 + 9 })).toEqual({ line, says: 'already-here' });
  });
});

describe('leaving', () => {
  it('[LN3] who leaves is gone', () => {
    const { line, says } = leave(aLine(waits(ana), waits(bo)), ana);
    expect(says).toBe('left');
    expect(order(line)).toEqual([bo]);
    expect(leave(line, ana)).toEqual({ line, says: 'not-in-line' });
  });

  it('[LN3] who leaves while an offer stands names it', () => {
    const { line, says } = leave(aLine(waits(ana), isFree(vera), isOffered()), ana);
    expect(says).toEqual({ left: 'offered', offer: firstOffer });
    expect(line.callers.size).toBe(0);
  });

  it('[LN3] a conversation is ended, not left', () => {
    const line = aLine(waits(ana), isFree(vera), talks(vera));
    expect(leave(line, ana)).toEqual({ line, says: 'not-in-line' });
  });
});

describe('lapsing', () => {
  const line = drop(aLine(waits(ana)), { person: theCaller(ana), tab: 1 }, t0).line;

  it('[LN4] who is away past the grace leaves, and not before', () => {
    expect(lapse(line, ana, { grace: 500, now: t0 + 499 })).toEqual({ line, says: 'still-here' });
    expect(lapse(line, ana, { grace: 500, now: t0 + 500 }).says).toBe('left');
  });

  it('[LN4] who came back stays', () => {
    const back = isHere(theCaller(ana))(line);
    expect(lapse(back, ana, { grace: 500, now: t0 + 500 })).toEqual({ line: back, says: 'still-here' });
  });

  it('[LN4] of whom nothing is known is not in the line', () => {
    expect(lapse(line, callerId('never'), { grace: 500, now: t0 }).says).toBe('not-in-line');
  });
});

it('[I6] who is put back has the place they had, and what was changed', () => {
  const caller = aLine(waits(ana), isFree(vera), talks(vera)).callers.get(ana);
  if (!caller) throw new Error('ana talks');
  expect(waitingAgain(caller)).toEqual({
    id: ana,
    at: 'waiting',
    place: t0,
    joinedAt: t0,
    since: 'joined',
    language: 'fr',
    resting: new Map(),
  });
  expect(waitingAgain(caller, { since: 'listener-lost' })).toMatchObject({
    place: t0,
    since: 'listener-lost',
  });
});
