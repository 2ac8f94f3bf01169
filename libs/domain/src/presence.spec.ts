// Here, dropped and gone: what a lease says, instant by instant.
import { describe, expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  isFree,
  isHere as isHereUntil,
  longHence,
  t0,
  theCaller,
  theVolunteer,
  vera,
  waits,
} from '../test/a-line.js';
import { volunteerId } from './ids.js';
import { emptyLine } from './live-line.js';
import { appear, drop, forget, forgetAway, isGone, isHere, presenceOf, renew } from './presence.js';

const grace = 500;
const until = t0 + 100;

it.each([
  ['while the lease holds', until - 1, { here: true, gone: false }],
  ['at its last instant', until, { here: false, gone: false }],
  ['in the grace', until + grace - 1, { here: false, gone: false }],
  ['past the grace', until + grace, { here: false, gone: true }],
])('[PR1, PR2] %s', (_when, now, { here, gone }) => {
  expect(isHere({ tab: 1, until }, now)).toBe(here);
  expect(isGone({ tab: 1, until }, grace, now)).toBe(gone);
});

it('[PR1, PR2] of whom nothing is known is not here, and gone', () => {
  expect(isHere(undefined, t0)).toBe(false);
  expect(isGone(undefined, grace, t0)).toBe(true);
});

describe.each([
  ['a caller', theCaller(ana), theVolunteer(volunteerId(ana))],
  ['a volunteer', theVolunteer(vera), theVolunteer(volunteerId('double'))],
])('%s', (_who, person, another) => {
  const line = aLine(isHereUntil(person, until));
  const older = { person, tab: 1 };
  const newer = appear(line, person, until + 50).line;

  it('[PR3] each tab has a number of its own, and the newest holds the lease', () => {
    expect(appear(line, person, until + 50).says).toBe(2);
    expect(presenceOf(newer, person)).toEqual({ tab: 2, until: until + 50 });
    expect(presenceOf(newer, another)).toBeUndefined();
  });

  it('[PR3] the newest tab renews, and never makes the lease shorter', () => {
    expect(renew(line, older, until + 1).says).toBe('renewed');
    expect(presenceOf(renew(line, older, until + 1).line, person)).toEqual({ tab: 1, until: until + 1 });
    expect(presenceOf(renew(line, older, until - 1).line, person)).toEqual({ tab: 1, until });
  });

  it('[PR3] an older tab neither renews nor drops', () => {
    expect(renew(newer, older, until + 999)).toEqual({ line: newer, says: 'not-yours' });
    expect(drop(newer, older, t0)).toEqual({ line: newer, says: 'not-yours' });
  });

  it('[PR3] of a tab nobody knows nothing is renewed or dropped', () => {
    expect(renew(emptyLine, older, until)).toEqual({ line: emptyLine, says: 'unknown' });
    expect(drop(emptyLine, older, t0)).toEqual({ line: emptyLine, says: 'not-yours' });
  });

  it('[PR4] when the newest tab closes the lease ends at once, and is not made longer by it', () => {
    expect(drop(line, older, t0).says).toBe('dropped');
    expect(presenceOf(drop(line, older, t0).line, person)).toEqual({ tab: 1, until: t0 });
    expect(presenceOf(drop(line, older, until + 9).line, person)).toEqual({ tab: 1, until });
  });

  it('[I7] who is forgotten leaves nothing', () => {
    expect(forget(line, person)).toEqual(emptyLine);
    expect(forget(emptyLine, person)).toEqual(emptyLine);
  });

  it('[VO6] who is here again is not forgotten', () => {
    expect(forgetAway(line, person, until - 1)).toEqual({ line, says: 'here' });
    expect(forgetAway(line, person, until)).toEqual({ line: emptyLine, says: 'forgotten' });
  });

  it('[I7] who is on the line is not forgotten, wherever their tab is', () => {
    const onTheLine = aLine(waits(ana), isFree(vera));
    for (const one of [theCaller(ana), theVolunteer(vera)])
      expect(forgetAway(onTheLine, one, longHence)).toEqual({ line: onTheLine, says: 'here' });
  });
});
