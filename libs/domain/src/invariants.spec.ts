// The invariants, each shown on a line where just that one is broken: a question that never finds anything proves nothing.
import { describe, expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  bo,
  firstOffer,
  firstTalk,
  isFree,
  isHere,
  isOffered,
  t0,
  talks,
  theCaller,
  theVolunteer,
  vera,
  waits,
  walt,
} from '../test/a-line.js';
import { offerId, placeId } from './ids.js';
import { broken, couldMeet, unjust, unjustlyGiven } from './invariants.js';
import { leave } from './line.js';
import { emptyLine, type LiveLine, type Offer, withEntry, without } from './live-line.js';
import { declineOffer, makeOffer } from './offer.js';
import { goAway } from './volunteer.js';

const waiting = aLine(waits(ana), waits(bo), isFree(vera), isFree(walt, t0 + 1));
const offered = isOffered()(waiting);
const talking = talks(vera)(waiting);
const another = offerId('offer-2');
const first: Offer = { id: firstOffer, caller: ana, volunteer: vera, at: 'standing', until: t0 + 25_000 };

it.each([
  ['empty', emptyLine],
  ['waiting', waiting],
  ['offered', offered],
  ['talking', talking],
  ['whose caller just left an offer', leave(offered, ana).line],
])('[I1, I2, I3] nothing is broken on a line that is %s', (_which, line) => {
  expect(broken(line)).toEqual([]);
});

const cases: [string, LiveLine, string[]][] = [
  [
    'a caller is offered without an offer',
    { ...offered, offers: emptyLine.offers },
    ['I1 a caller is offered without an offer', 'I3 a volunteer is offered without an offer'],
  ],
  [
    'two talk without a conversation',
    { ...talking, conversations: emptyLine.conversations },
    ['I1 a caller is talking without a conversation', 'I3 a volunteer is talking without a conversation'],
  ],
  [
    'one caller has two offers',
    { ...offered, offers: withEntry(offered.offers, another, { ...first, id: another, volunteer: walt }) },
    [
      'I2 an offer holds a caller who is elsewhere',
      'I3 an offer holds a volunteer who is elsewhere',
      'I2 a caller has two volunteers',
    ],
  ],
  [
    'one volunteer has two offers',
    { ...offered, offers: withEntry(offered.offers, another, { ...first, id: another, caller: bo }) },
    [
      'I2 an offer holds a caller who is elsewhere',
      'I3 an offer holds a volunteer who is elsewhere',
      'I3 a volunteer has two callers',
    ],
  ],
  [
    'an offer stands for somebody who talks',
    { ...talking, offers: withEntry(talking.offers, firstOffer, first) },
    [
      'I2 an offer holds a caller who is elsewhere',
      'I3 an offer holds a volunteer who is elsewhere',
      'I2 a caller has two volunteers',
      'I3 a volunteer has two callers',
    ],
  ],
  [
    'a conversation lost its caller',
    { ...talking, callers: without(talking.callers, ana) },
    ['I2 a conversation without its caller'],
  ],
  [
    'a conversation lost its volunteer',
    { ...talking, volunteers: without(talking.volunteers, vera) },
    ['I3 a conversation without its volunteer'],
  ],
  [
    'two talk who share no language',
    {
      ...talking,
      volunteers: withEntry(talking.volunteers, vera, {
        ...{ id: vera, from: placeId('home'), languages: new Set(['en']) },
        ...{ misses: 0, at: 'talking', conversation: firstTalk },
      }),
    },
    ['I5 two talk who share no language'],
  ],
  [
    'nothing is known of a caller’s tab',
    { ...waiting, callerTabs: without(waiting.callerTabs, ana) },
    ['I7 nobody would notice that a caller is gone'],
  ],
  [
    'nothing is known of a volunteer’s tab',
    { ...waiting, volunteerTabs: without(waiting.volunteerTabs, vera) },
    ['I7 nobody would notice that a volunteer is gone'],
  ],
];

it.each(cases)('[I1, I2, I3, I7] it is told when %s', (_what, line, found) => {
  expect(broken(line)).toEqual(found);
});

describe('at the moment of an offer', () => {
  const offer = (caller = ana, volunteer = vera): Offer => ({ ...first, caller, volunteer });
  const declined = declineOffer(offered, { offer: firstOffer, by: vera, now: t0 }, t0 + 600).line;

  it('[I5] the one the rules make is just', () => {
    const { line } = makeOffer(waiting, { id: firstOffer, at: 'standing', now: t0, until: t0 + 25_000 });
    const made = line.offers.get(firstOffer);
    expect(made && unjust(waiting, made, t0)).toEqual([]);
  });

  it.each([
    { of: 'first', to: vera, is: ['I5 two were brought together who share no language'] },
    { of: 'second', to: walt, is: [] },
  ])(
    '[I5, LG1] who came $of and asks for English is not brought together with who speaks none',
    ({ to, is }) => {
      const before = aLine(waits(ana, t0, 'en'), waits(bo), isFree(vera), isFree(walt, t0 + 1, ['en']));
      expect(unjust(before, offer(ana, to), t0)).toEqual(is);
    },
  );

  const notWaiting = 'I5 somebody was offered who was not waiting, or not here';
  const notFree = 'I3 a caller was offered to somebody who was not free, or not here';
  const callerIsAway = isHere(theCaller(ana), t0)(waiting);
  const volunteerIsAway = isHere(theVolunteer(vera), t0)(waiting);

  it.each([
    {
      of: 'of the second before the first',
      before: waiting,
      made: offer(bo),
      is: 'I5 somebody who came first was passed over',
    },
    {
      of: 'to the second before the first',
      before: waiting,
      made: offer(ana, walt),
      is: 'I5 somebody who was idle longer was passed over',
    },
    {
      of: 'to somebody they rest from',
      before: declined,
      made: offer(),
      is: 'I5 two were brought together who rest from each other',
    },
    { of: 'of somebody who talks', before: talking, made: offer(ana, walt), is: notWaiting },
    { of: 'of somebody away', before: callerIsAway, made: offer(), is: notWaiting },
    { of: 'to somebody away', before: volunteerIsAway, made: offer(), is: notFree },
    { of: 'to somebody who paused', before: goAway(waiting, vera).line, made: offer(), is: notFree },
  ])('[I3, I5] an offer $of is told', ({ before, made, is }) => {
    expect(unjust(before, made, t0)).toEqual([is]);
  });

  it('[HO2] somebody handed over to whom nobody could choose is told', () => {
    const given = { ...offer(), caller: ana, volunteer: walt };
    expect(unjustlyGiven(talking, given, t0)).toEqual([]);
    expect(unjustlyGiven(goAway(talking, walt).line, given, t0)).toEqual([
      'I3 a caller was handed over to somebody who was not free, or not here',
    ]);
    expect(unjustlyGiven(waiting, given, t0)).toEqual([
      'I5 somebody was handed over who was not talking, or not here',
    ]);
  });

  const resting = leave(goAway(declined, walt).line, bo).line;
  const alone = aLine(waits(ana), isFree(vera));

  it.each([
    { when: 'both are here', line: waiting, now: t0, could: true },
    { when: 'nobody waits', line: aLine(isFree(vera)), now: t0, could: false },
    { when: 'nobody is free', line: aLine(waits(ana)), now: t0, could: false },
    { when: 'the caller is away', line: isHere(theCaller(ana), t0)(alone), now: t0, could: false },
    { when: 'the volunteer is away', line: isHere(theVolunteer(vera), t0)(alone), now: t0, could: false },
    {
      when: 'they share no language',
      line: aLine(waits(ana, t0, 'en'), isFree(vera)),
      now: t0,
      could: false,
    },
    { when: 'the two rest from each other', line: resting, now: t0 + 599, could: false },
    { when: 'their rest is over', line: resting, now: t0 + 600, could: true },
    { when: 'they talk already', line: talks(vera)(alone), now: t0, could: false },
  ])('[I9] two could meet, or not, when $when', ({ line, now, could }) => {
    expect(couldMeet(line, now)).toBe(could);
    expect(makeOffer(line, { id: firstOffer, at: 'standing', now, until: now + 1 }).says === 'offered').toBe(
      could,
    );
  });
});
