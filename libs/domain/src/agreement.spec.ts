// What two associations may agree on, and who may serve a line by it.
import { expect, it } from '@jest/globals';
import type { Maker } from './access.js';
import {
  type Agreement,
  agreedOn,
  isGood,
  isOf,
  mayServe,
  mostPartnersOfOne,
  type Proposal,
} from './agreement.js';
import { accountId, agreementId, associationId, lineId, placeId } from './ids.js';

const [own, partner, third] = [associationId('veille'), associationId('etoile'), associationId('nord')];
const line = lineId('principale');
const proposal: Proposal = { line, of: own, by: accountId('claude'), standsUntil: 1_000 };
const maker: Maker = { role: 'coordinator', association: own, suspended: false };
const found = { proposal, maker };
const accepting = { id: agreementId('one'), partner, since: 10 };
const agreement: Agreement = { ...accepting, line, of: own };
const withOthers = (count: number): Agreement[] =>
  Array.from({ length: count }, (_, n) => ({
    ...agreement,
    id: agreementId(`a${n}`),
    partner: associationId(`p${n}`),
  }));

it('[AG1] who brings the code of another association has an agreement about that line', () => {
  expect(agreedOn(found, [], accepting)).toEqual(agreement);
  expect(agreedOn(found, withOthers(mostPartnersOfOne - 1), accepting)).toEqual(agreement);
});

it('[AG2] nobody agrees with themselves, twice, or where there are partners enough', () => {
  expect(agreedOn(found, [], { ...accepting, partner: own })).toBe('own-line');
  expect(agreedOn(found, [agreement], { ...accepting, id: agreementId('two') })).toBe('agreed-already');
  expect(agreedOn(found, withOthers(mostPartnersOfOne), accepting)).toBe('too-many');
});

it('[AG1] a code is good until its hour', () => {
  expect([isGood(found, 999), isGood(found, 1_000)]).toEqual([true, false]);
  expect(agreedOn(found, [], { ...accepting, since: 1_000 })).toBe('gone');
});

it('[AG9] a code is good while its maker may open this line to others, and no longer', () => {
  const good = (now: Maker | undefined) => agreedOn({ proposal, maker: now }, [], accepting) !== 'gone';
  expect([good(maker), good({ ...maker, role: 'administrator' })]).toEqual([true, true]);
  expect(good(undefined)).toBe(false);
  expect(good({ ...maker, suspended: true })).toBe(false);
  expect(good({ ...maker, role: 'volunteer' })).toBe(false);
  expect(good({ ...maker, post: placeId('central') })).toBe(false);
  expect(good({ ...maker, association: third })).toBe(false);
});

it('[AG3] a line is served by its own association, and by a partner of this very line', () => {
  const served = { id: line, association: own };
  expect(mayServe(own, served, [])).toBe(true);
  expect(mayServe(partner, served, [])).toBe(false);
  expect(mayServe(partner, served, [agreement])).toBe(true);
  expect(mayServe(third, served, [agreement])).toBe(false);
  expect(mayServe(partner, { id: lineId('autre'), association: own }, [agreement])).toBe(false);
  expect(mayServe(own, { id: lineId('nuit'), association: partner }, [agreement])).toBe(false);
});

it('[AG4] an agreement is of its two associations and of nobody else', () => {
  expect([own, partner, third].map((one) => isOf(agreement, one))).toEqual([true, true, false]);
});
