// Who may do what, and for how long, as rules alone.
import { describe, expect, it } from '@jest/globals';
import {
  type Deed,
  foldPseudonym,
  holdsFor,
  type Invitation,
  invitationLasts,
  seenAs,
  may,
  type Rank,
  rankIn,
  type SignedIn,
  stands,
  type Touched,
} from './access.js';
import { accountId, associationId, placeId } from './ids.js';
import { hours, minutes } from './time.js';

const here = associationId('ici');
const there = associationId('ailleurs');
const [post, otherPost] = [placeId('gare'), placeId('port')];
const somebody = {
  volunteer: { role: 'volunteer', association: here, post },
  'post-coordinator': { role: 'coordinator', association: here, post },
  coordinator: { role: 'coordinator', association: here },
  administrator: { role: 'administrator', association: here },
} as const;
const all: Deed[] = [
  'listen',
  'see-desk',
  'run-line',
  'invite-volunteer',
  'invite-coordinator',
  'invite-administrator',
  'add-post',
  'add-line',
  'found-association',
];
const ofAdministrators: readonly Deed[] = ['invite-administrator', 'found-association'];
const doneBy = (who: Rank, touched: Touched) => all.filter((deed) => may(somebody[who], deed, touched));

describe('deeds', () => {
  const own = { association: here, post };

  it('[AC1] a volunteer may listen, and nothing else', () => {
    expect(doneBy('volunteer', own)).toEqual(['listen']);
  });

  it('[AC1] a coordinator may do all of it but what makes administrators and associations', () => {
    expect(doneBy('coordinator', own)).toEqual(all.filter((deed) => !ofAdministrators.includes(deed)));
  });

  it('[AC1] an administrator may do all of it', () => {
    expect(doneBy('administrator', own)).toEqual(all);
  });

  it('[TN1] a coordinator of a post invites for their post, and runs no line', () => {
    expect(doneBy('post-coordinator', own)).toEqual([
      'listen',
      'see-desk',
      'invite-volunteer',
      'invite-coordinator',
    ]);
    for (const touched of [{ association: here, post: otherPost }, { association: here }])
      expect(doneBy('post-coordinator', touched)).toEqual(['listen', 'see-desk']);
    expect(rankIn(somebody['post-coordinator'])).toBe('post-coordinator');
  });

  it('[TN1] nobody reaches over the border of their association, but an administrator who invites its coordinators', () => {
    for (const touched of [{ association: there }, { association: there, post }]) {
      for (const who of ['volunteer', 'post-coordinator', 'coordinator'] as const)
        expect(doneBy(who, touched)).toEqual([]);
      expect(doneBy('administrator', touched)).toEqual(['invite-coordinator', ...ofAdministrators]);
    }
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
  const begun: SignedIn = { account: accountId('a'), assurance: 'whole', startedAt: 0, seenAt: 0 };

  it('[AC9] a session nobody is seen in holds 30 minutes', () => {
    expect(holdsFor(begun, 0)).toBe(minutes(30));
    expect(holdsFor(begun, minutes(30))).toBe(0);
    expect(holdsFor({ ...begun, seenAt: minutes(20) }, minutes(30))).toBe(minutes(20));
  });

  it('[AC9] no session holds longer than 12 hours', () => {
    expect(holdsFor({ ...begun, seenAt: hours(12) - 1 }, hours(12) - 1)).toBe(1);
    expect(holdsFor({ ...begun, seenAt: hours(12) }, hours(12))).toBe(0);
  });

  it('[AC9] being seen is written down at most once a minute, and of a page that is only open never', () => {
    expect(seenAs(begun, 'active', minutes(1) - 1)).toBeUndefined();
    expect(seenAs(begun, 'active', minutes(1))).toEqual({ ...begun, seenAt: minutes(1) });
    expect(seenAs(begun, 'idle', minutes(20))).toBeUndefined();
  });

  it('[AC21] a conversation is seen as such, and carries a session past its twelve hours, but not far past its own end', () => {
    const late = { ...begun, seenAt: hours(12) - minutes(1) };
    const talking = seenAs(late, 'talking', hours(12)) ?? begun;
    expect(talking).toMatchObject({ seenAt: hours(12), talkedAt: hours(12) });
    expect(holdsFor(talking, hours(12))).toBe(minutes(5));
    expect(holdsFor(seenAs(talking, 'talking', hours(12) + minutes(1)) ?? begun, hours(12))).toBe(minutes(6));
    expect(holdsFor(seenAs(talking, 'active', hours(12) + minutes(1)) ?? begun, hours(12))).toBe(minutes(5));
    const early = { ...begun, seenAt: minutes(10), talkedAt: minutes(10) };
    expect(holdsFor(early, minutes(10))).toBe(minutes(30));
  });
});
