// What `npm run audit:verify` says: it fails on anything that does not hold, and when there was nothing to look at.
import { expect, it } from '@jest/globals';
import { sentenceOf, summaryOf } from './verdict.mjs';

const whole = { association: 'veille', is: 'whole', holds: true, records: 12, forgotten: 3, ends: 'abc' };
const broken = { association: 'nord', is: 'broken', holds: false, records: 4, forgotten: 0, broken: 5 };
const nothing = { association: 'sud', is: 'nothing-there', holds: true, records: 0, forgotten: 0 };

it('[AU8] it holds where every chain does, and names the first record that does not', () => {
  expect(summaryOf([whole, nothing])).toMatchObject({ ok: true });
  expect(summaryOf([whole, broken])).toMatchObject({ ok: false, associations: [whole, broken] });
  expect(sentenceOf(broken)).toContain('la ligne 5');
  expect(sentenceOf(whole)).toContain('empreinte abc');
});

it('[AU8] nothing to look at, or nothing written where there are accounts, proves nothing and fails', () => {
  expect(summaryOf([])).toMatchObject({ ok: false });
  expect(summaryOf([{ ...nothing, holds: false }])).toMatchObject({ ok: false });
  expect(sentenceOf({ ...nothing, holds: false })).toContain('il y a des comptes');
  expect(sentenceOf(nothing)).toContain('aucun compte');
});
