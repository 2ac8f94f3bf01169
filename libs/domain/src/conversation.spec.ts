// A conversation: open, interrupted while a tab is away, and the three ways it ends.
import { describe, expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  bo,
  firstTalk,
  inFrench,
  isFree,
  isHere,
  t0,
  talks,
  theCaller,
  theVolunteer,
  vera,
  waits,
  walt,
} from '../test/a-line.js';
import { endConversation, handBack, loseCaller, loseVolunteer, stateOf } from './conversation.js';
import { conversationId } from './ids.js';
import { inOrder } from './line.js';
import { drop } from './presence.js';

const line = aLine(waits(ana), isFree(vera), talks(vera), waits(bo));
const callerAway = drop(line, { person: theCaller(ana), tab: 1 }, t0).line;
const volunteerAway = drop(line, { person: theVolunteer(vera), tab: 1 }, t0).line;
const bothAway = drop(callerAway, { person: theVolunteer(vera), tab: 1 }, t0).line;
const grace = 500;
const past = { grace, now: t0 + grace };
const breatherUntil = t0 + 9_000;

it.each([
  ['both are here', line, { at: 'open' }],
  ['the caller is away', callerAway, { at: 'interrupted', away: 'caller' }],
  ['the volunteer is away', volunteerAway, { at: 'interrupted', away: 'volunteer' }],
  ['both are away', bothAway, { at: 'interrupted', away: 'both' }],
  ['it has ended', endConversation(line, firstTalk, t0).line, { at: 'closed' }],
])('[CV1] when %s', (_when, now, state) => {
  expect(stateOf(now, firstTalk, t0)).toEqual(state);
});

it('[CV1] it is open again as soon as the tab is back', () => {
  expect(stateOf(isHere(theCaller(ana))(callerAway), firstTalk, t0)).toEqual({ at: 'open' });
});

it('[CV2] ended, the caller is gone and the volunteer has a breather', () => {
  const { line: after, says } = endConversation(line, firstTalk, breatherUntil);
  expect(says).toBe('ended');
  expect(after.conversations.size).toBe(0);
  expect(after.callers.has(ana)).toBe(false);
  expect(after.volunteers.get(vera)).toEqual({
    id: vera,
    from: 'home',
    languages: inFrench,
    misses: 0,
    at: 'breather',
    until: breatherUntil,
  });
  expect(endConversation(after, firstTalk, breatherUntil)).toEqual({ line: after, says: 'already-over' });
});

describe('giving the caller back', () => {
  const back = { conversation: firstTalk, by: vera, breatherUntil, restsUntil: t0 + 700 };

  it('[HO1] the caller waits at the place they always had, and the two rest from each other', () => {
    const { line: after, says } = handBack(line, back);
    expect(says).toBe('handed-back');
    expect(inOrder(after).map(({ id }) => id)).toEqual([ana, bo]);
    expect(after.callers.get(ana)).toMatchObject({
      at: 'waiting',
      place: t0,
      joinedAt: t0,
      since: 'handed-over',
      resting: new Map([[vera, t0 + 700]]),
    });
    expect(after.volunteers.get(vera)).toMatchObject({ at: 'breather', until: breatherUntil });
    expect(after.conversations.size).toBe(0);
    expect(handBack(after, back)).toEqual({ line: after, says: 'already-over' });
  });

  it('[HO1] nobody gives away the caller of somebody else', () => {
    expect(handBack(line, { ...back, by: walt })).toEqual({ line, says: 'not-yours' });
  });
});

describe('losing the caller', () => {
  const loses = (now = past.now, before = callerAway) =>
    loseCaller(before, firstTalk, { grace, now, breatherUntil });

  it('[CV3] past the grace it ends, and not before', () => {
    expect(loses()).toEqual({ ...endConversation(callerAway, firstTalk, breatherUntil) });
    expect(loses(past.now - 1)).toEqual({ line: callerAway, says: 'still-here' });
  });

  it('[CV3, I8] who is here is not lost, and what is over does not end', () => {
    expect(loses(past.now, line)).toEqual({ line, says: 'still-here' });
    const over = endConversation(callerAway, firstTalk, t0).line;
    expect(loses(past.now, over)).toEqual({ line: over, says: 'already-over' });
  });
});

describe('losing the volunteer', () => {
  it('[CV4] past the grace the caller is back, in front of those who came later', () => {
    const { line: after, says } = loseVolunteer(volunteerAway, firstTalk, past);
    expect(says).toBe('returned');
    expect(inOrder(after).map(({ id }) => id)).toEqual([ana, bo]);
    expect(after.callers.get(ana)).toMatchObject({
      at: 'waiting',
      place: t0,
      joinedAt: t0,
      since: 'listener-lost',
    });
    expect(after.volunteers.has(vera)).toBe(false);
    expect(after.conversations.size).toBe(0);
  });

  it('[CV4] not before, and not when they are here', () => {
    const early = { grace, now: past.now - 1 };
    expect(loseVolunteer(volunteerAway, firstTalk, early)).toEqual({
      line: volunteerAway,
      says: 'still-here',
    });
    expect(loseVolunteer(line, firstTalk, past)).toEqual({ line, says: 'still-here' });
  });

  it('[I8] nothing comes of a conversation that never was', () => {
    const never = conversationId('never');
    expect(loseVolunteer(volunteerAway, never, past)).toEqual({ line: volunteerAway, says: 'already-over' });
  });
});
