// A shift: which state leads where, and that nobody but the volunteer makes a volunteer free.
import { describe, expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  firstTalk,
  inFrench,
  isFree,
  isHere,
  isOffered,
  t0,
  talks,
  theVolunteer,
  vera,
  waits,
} from '../test/a-line.js';
import { endConversation } from './conversation.js';
import { placeId } from './ids.js';
import type { LiveLine } from './live-line.js';
import { drop } from './presence.js';
import { becomeFree, goAway, isBusy, lapseShift, startShift, stopShift } from './volunteer.js';

const later = t0 + 9_000;
const centrally = { id: vera, from: placeId('central'), languages: inFrench };
const free = aLine(isFree(vera));
const away = goAway(free, vera).line;
const offered = aLine(waits(ana), isFree(vera), isOffered());
const talking = aLine(waits(ana), isFree(vera), talks(vera));
const resting = endConversation(talking, firstTalk, later).line;

/** Where the volunteer is after a rule, and what it said. */
const went = ({ line, says }: { line: LiveLine; says: unknown }) => [
  says,
  line.volunteers.get(vera)?.at ?? 'off',
];

describe.each([
  [
    'off',
    aLine(isHere(theVolunteer(vera))),
    { start: ['free', 'free'], free: ['off', 'off'], away: ['off', 'off'], stop: ['off', 'off'] },
  ],
  [
    'free',
    free,
    {
      start: ['already-on-shift', 'free'],
      free: ['free', 'free'],
      away: ['away', 'away'],
      stop: ['off', 'off'],
    },
  ],
  [
    'away',
    away,
    {
      start: ['already-on-shift', 'away'],
      free: ['free', 'free'],
      away: ['away', 'away'],
      stop: ['off', 'off'],
    },
  ],
  [
    'breather',
    resting,
    {
      start: ['already-on-shift', 'breather'],
      free: ['free', 'free'],
      away: ['away', 'away'],
      stop: ['off', 'off'],
    },
  ],
  [
    'offered',
    offered,
    {
      start: ['already-on-shift', 'offered'],
      free: ['busy', 'offered'],
      away: ['busy', 'offered'],
      stop: ['busy', 'offered'],
    },
  ],
  [
    'talking',
    talking,
    {
      start: ['already-on-shift', 'talking'],
      free: ['busy', 'talking'],
      away: ['busy', 'talking'],
      stop: ['busy', 'talking'],
    },
  ],
])('from %s', (_at, line, expected) => {
  it('[VO1] starting a shift', () => {
    expect(went(startShift(line, { ...centrally, now: later }))).toEqual(expected.start);
  });

  it('[VO2] becoming free', () => {
    expect(went(becomeFree(line, vera, later))).toEqual(expected.free);
  });

  it('[VO3] going away', () => {
    expect(went(goAway(line, vera))).toEqual(expected.away);
  });

  it('[VO4] stopping the shift', () => {
    expect(went(stopShift(line, vera))).toEqual(expected.stop);
  });
});

it('[VO1] a shift is from a post or from home, and starting it twice changes neither', () => {
  const { line } = startShift(aLine(isHere(theVolunteer(vera))), { ...centrally, now: t0 });
  expect(line.volunteers.get(vera)).toEqual({ ...centrally, misses: 0, at: 'free', since: t0 });
  expect(startShift(line, { ...centrally, from: placeId('home'), now: later }).line).toBe(line);
});

it('[VO2] who is free already keeps their turn; from elsewhere the idle time begins now', () => {
  expect(becomeFree(free, vera, later).line).toBe(free);
  expect(becomeFree(away, vera, later).line.volunteers.get(vera)).toMatchObject({ since: later, misses: 0 });
});

it('[VO4] nothing of a shift is kept', () => {
  expect(stopShift(free, vera).line.volunteers.size).toBe(0);
});

it('[VO5] a breather has an end to show', () => {
  expect(resting.volunteers.get(vera)).toEqual({
    id: vera,
    from: 'home',
    languages: inFrench,
    misses: 0,
    at: 'breather',
    until: later,
  });
});

describe('lapsing', () => {
  const gone = (line: LiveLine) => drop(line, { person: theVolunteer(vera), tab: 1 }, t0).line;
  const past = { grace: 500, now: t0 + 500 };

  it.each([
    ['free', free],
    ['away', away],
    ['breather', resting],
  ])('[VO6] from %s the shift ends past the grace, and not before', (_at, line) => {
    expect(went(lapseShift(gone(line), vera, past))).toEqual(['off', 'off']);
    expect(lapseShift(gone(line), vera, { ...past, now: past.now - 1 }).says).toBe('still-here');
    expect(lapseShift(isHere(theVolunteer(vera))(gone(line)), vera, past).says).toBe('still-here');
  });

  it.each([
    ['offered', offered],
    ['talking', talking],
  ])('[VO6] from %s it does not', (at, line) => {
    expect(went(lapseShift(gone(line), vera, past))).toEqual(['busy', at]);
    expect(isBusy(line.volunteers.get(vera))).toBe(true);
  });
});
