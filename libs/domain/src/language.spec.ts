// Languages: a caller is heard in the one they asked for, by whoever speaks it, in the order in which everybody came.
import { describe, expect, it } from '@jest/globals';
import {
  aLine,
  ana,
  bo,
  chloe,
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
import { loseVolunteer } from './conversation.js';
import { offerId } from './ids.js';
import { broken } from './invariants.js';
import { mainOf } from './language.js';
import { inOrder } from './line.js';
import type { LiveLine } from './live-line.js';
import { declineOffer, makeOffer } from './offer.js';
import { faultsIn, firstSettings } from './settings.js';

const making = { id: firstOffer, at: 'standing', now: t0, until: t0 + 25_000 } as const;
const offeredOn = (line: LiveLine) => {
  const { caller, volunteer } = makeOffer(line, making).line.offers.get(firstOffer) ?? {};
  return caller === undefined ? makeOffer(line, making).says : `${caller} to ${volunteer}`;
};

describe('an offer', () => {
  const first = waits(ana, t0, 'en');
  const second = waits(bo, t0, 'ar');
  const third = waits(chloe);
  const bilingual = isFree(vera, t0, ['ar', 'en']);

  it.each([
    {
      of: 'is to who speaks the language',
      line: aLine(first, isFree(vera), isFree(walt, t0 + 1, ['en'])),
      is: 'ana to walt',
    },
    {
      of: 'passes over who nobody free understands',
      line: aLine(first, second, third, isFree(vera)),
      is: 'chloe to vera',
    },
    { of: 'is not made where nobody shares one', line: aLine(first, isFree(vera)), is: 'nobody-fits' },
    {
      of: 'is made to the idler of two who share it',
      line: aLine(first, isFree(vera, t0, ['fr', 'en']), isFree(walt, t0 + 1, ['en'])),
      is: 'ana to vera',
    },
  ])('[LG1] $of', ({ line, is }) => {
    expect(offeredOn(line)).toBe(is);
  });

  it.each([
    { of: 'the first who came', line: aLine(first, second, third, bilingual), is: 'ana to vera' },
    {
      of: 'whichever language they asked for',
      line: aLine(second, third, first, bilingual),
      is: 'bo to vera',
    },
    {
      of: 'who is here, when the first is not',
      line: isHere(theCaller(ana), t0)(aLine(first, second, bilingual)),
      is: 'bo to vera',
    },
  ])('[LG2] to who speaks several is of $of', ({ line, is }) => {
    expect(offeredOn(line)).toBe(is);
  });

  it('[LG2] is of the next in any of them, when the first rests from this volunteer', () => {
    const offered = isOffered()(aLine(first, second, third, bilingual));
    const { line } = declineOffer(offered, { offer: firstOffer, by: vera, now: t0 }, t0 + 9);
    expect(offeredOn(line)).toBe('bo to vera');
  });
});

it('[LG3] who is given back still asks for the language they came with', () => {
  const talking = talks(vera)(aLine(waits(ana, t0, 'en'), isFree(vera, t0, ['en'])));
  expect(broken(talking)).toEqual([]);
  const away = isHere(theVolunteer(vera), t0)(talking);
  const { line } = loseVolunteer(away, firstTalk, { grace: 5, now: t0 + 5 });
  expect(inOrder(line)).toMatchObject([{ id: ana, language: 'en', since: 'listener-lost' }]);
  const next = aLine(() => line, isFree(walt, t0 + 6), isOffered(offerId('offer-2'), t0 + 6));
  expect(next.offers.size).toBe(0);
});

describe('the languages of a line', () => {
  const nine = ['fr', 'en', 'ar', 'es', 'pt', 'it', 'de', 'ru', 'uk'];

  it.each([
    { languages: [], why: 'empty' },
    { languages: nine, why: 'too-many' },
    { languages: ['fr', 'fr-CA'], why: 'not-a-language' },
    { languages: ['FR'], why: 'not-a-language' },
    { languages: ['fr', 'en', 'fr'], why: 'doubled' },
  ] as const)('[ST6] $languages are refused: $why', ({ languages, why }) => {
    expect(faultsIn({ ...firstSettings, languages }, '2026-11-21')).toEqual([{ field: 'languages', why }]);
  });

  it('[ST6] one to eight of them hold, and the first is the main one', () => {
    expect(faultsIn({ ...firstSettings, languages: nine.slice(1) }, '2026-11-21')).toEqual([]);
    expect(mainOf(nine.slice(1))).toBe('en');
  });
});
