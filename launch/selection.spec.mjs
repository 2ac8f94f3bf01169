// Proves how the words after `npm test --` choose tests.
import { expect, it } from '@jest/globals';
import { selectTests } from './selection.mjs';

const files = ['libs/domain/src/offer.spec.ts', 'apps/api/src/offer/offer.spec.ts', 'e2e/heard.spec.ts'];

it('[LA15] no word is everything, with the check', () => {
  expect(selectTests([], files)).toEqual({ whole: true, browser: true, args: [] });
});

it('[LA15] a word that stands in a path chooses files, and no browser is fetched for files that need none', () => {
  expect(selectTests(['offer'], files)).toEqual({ whole: false, browser: false, args: files.slice(0, 2) });
  expect(selectTests(['e2e/heard'], files)).toEqual({ whole: false, browser: true, args: [files[2]] });
});

it('[LA15] any other word chooses tests by name, taken literally', () => {
  expect(selectTests(['[OF3]'], files).args).toEqual(['--testNamePattern', '\\[OF3\\]']);
  expect(selectTests(['OF3', 'OF4'], files)).toMatchObject({
    browser: true,
    args: ['--testNamePattern', 'OF3|OF4'],
  });
});

it('[LA15] paths, names and Jest’s own options go together', () => {
  const { args } = selectTests(['libs/domain', 'OF3', '--verbose'], files);
  expect(args).toEqual(['--verbose', '--testNamePattern', 'OF3', files[0]]);
});
