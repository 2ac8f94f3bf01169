// Who may do what, and for how long, as rules alone.
import { describe, expect, it } from '@jest/globals';
import {
  type Deed,
  delayAfter,
  foldPseudonym,
  holdsFor,
  type Invitation,
  invitationLasts,
  isToBeSeen,
  may,
  type SignedIn,
  stands,
} from './access.js';
import { accountId, associationId } from './ids.js';
import { hours, minutes, seconds } from './time.js';

describe('deeds', () => {
  const all: Deed[] = ['listen', 'see-desk', 'invite-volunteer', 'invite-coordinator'];

  it('[AC1] a volunteer may listen, and nothing else', () => {
    expect(all.filter((deed) => may('volunteer', deed))).toEqual(['listen']);
  });

  it('[AC1] a coordinator may do all of it, listening included', () => {
    expect(all.filter((deed) => may('coordinator', deed))).toEqual(all);
  });
});

describe('pseudonyms', () => {
  it.each([
    ['Léa', 'LEA'],
    ['Jean-Noël', 'jean-noe\u0308l'],
    ['Anne  Marie', ' anne marie '],
    ["d'Arc", 'D’arc'],
    ['ﬁona', 'Fiona'],
    ['Fiona\u3164', 'Fiona'],
  ])('[AC5] %s and %s are the same', (one, other) => {
    expect(foldPseudonym(one)).toBe(foldPseudonym(other));
  });

  it.each([
    ['Lea', 'Leo'],
    ['Anne Marie', 'AnneMarie'],
    ['Paul 1', 'Paul 2'],
  ])('[AC5] %s and %s are two', (one, other) => {
    expect(foldPseudonym(one)).not.toBe(foldPseudonym(other));
  });
});

it('[AC4] an invitation stands for 72 hours', () => {
  const now = 1_000_000;
  const invitation: Invitation = {
    association: associationId('veille'),
    role: 'volunteer',
    standsUntil: now + invitationLasts,
  };
  expect(stands(invitation, now + hours(72) - 1)).toBe(true);
  expect(stands(invitation, now + hours(72))).toBe(false);
});

describe('sessions', () => {
  const begun: SignedIn = { account: accountId('a'), startedAt: 0, seenAt: 0 };

  it('[AC9] a session nobody is seen in holds 30 minutes', () => {
    expect(holdsFor(begun, 0)).toBe(minutes(30));
    expect(holdsFor(begun, minutes(30))).toBe(0);
    expect(holdsFor({ ...begun, seenAt: minutes(20) }, minutes(30))).toBe(minutes(20));
  });

  it('[AC9] no session holds longer than 12 hours', () => {
    expect(holdsFor({ ...begun, seenAt: hours(12) - 1 }, hours(12) - 1)).toBe(1);
    expect(holdsFor({ ...begun, seenAt: hours(12) }, hours(12))).toBe(0);
  });

  it('[AC9] being seen is written down at most once a minute', () => {
    expect(isToBeSeen(begun, minutes(1) - 1)).toBe(false);
    expect(isToBeSeen(begun, minutes(1))).toBe(true);
  });
});

it('[AC8] wrong guesses slow down the next, without ever locking the door', () => {
  const delays = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000].map(delayAfter);
  expect(delays).toEqual([0, 0, 0, 1, 2, 4, 8, 16, 30, 30, 30].map(seconds));
});
