// What two associations may agree on, and who may serve a line by it.
import { expect, it } from '@jest/globals';
import { type Agreement, agreedOn, isOf, mayServe, mostPartnersOfOne, type Proposal } from './agreement.js';
import { accountId, agreementId, associationId, lineId } from './ids.js';

const [own, partner, third] = [associationId('veille'), associationId('etoile'), associationId('nord')];
const line = lineId('principale');
const proposal: Proposal = { line, of: own, by: accountId('claude'), standsUntil: 1_000 };
const accepting = { id: agreementId('one'), partner, since: 10 };
const agreement: Agreement = { ...accepting, line, of: own };
const withOthers = (count: number): Agreement[] =>
  Array.from({ length: count }, (_, n) => ({
    ...agreement,
    id: agreementId(`a${n}`),
    partner: associationId(`p${n}`),
  }));

it('[AG1] who brings the code of another association has an agreement about that line', () => {
  expect(agreedOn(proposal, [], accepting)).toEqual(agreement);
  expect(agreedOn(proposal, withOthers(mostPartnersOfOne - 1), accepting)).toEqual(agreement);
});

it('[AG2] nobody agrees with themselves, twice, or where there are partners enough', () => {
  expect(agreedOn(proposal, [], { ...accepting, partner: own })).toBe('own-line');
  expect(agreedOn(proposal, [agreement], { ...accepting, id: agreementId('two') })).toBe('agreed-already');
  expect(agreedOn(proposal, withOthers(mostPartnersOfOne), accepting)).toBe('too-many');
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
