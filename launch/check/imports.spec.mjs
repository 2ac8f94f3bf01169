// Proves the step that judges imports: on made-up reports, and once on the fixtures themselves.
import { expect, it } from '@jest/globals';
import { cruiseImports, importFindings, importRules } from './imports.mjs';
import { notBelow, unplacedFolders } from './nouns.mjs';

const rules = [{ name: 'domain-imports-nothing', comment: 'The domain is pure.' }];
const wrong = {
  rule: rules[0].name,
  from: 'launch/check/fixtures/domain-imports-nothing/libs/a.ts',
  to: 'fs',
};
const seen = ['apps/api/src/main.ts', 'apps/web/src/a.ts', 'libs/domain/src/a.ts', 'libs/shared/src/a.ts'];

it('[CK6] a project in order, whose fixtures are seen, gives no finding', () => {
  expect(importFindings({ rules, broken: [wrong], seen })).toEqual([]);
});

it('[CK6] an import of the project that breaks a rule is found with the sentence of the rule', () => {
  const broken = [wrong, { ...wrong, from: 'libs/domain/src/a.ts' }];
  expect(importFindings({ rules, broken, seen })).toEqual([
    'libs/domain/src/a.ts imports fs\n  domain-imports-nothing: The domain is pure.',
  ]);
});

it('[CK6] a rule that does not see its fixture is found', () => {
  expect(importFindings({ rules, broken: [], seen })).toEqual([expect.stringContaining('does not see it')]);
});

it('[CK6] a fixture that breaks another rule, or belongs to none, is found', () => {
  const broken = [
    wrong,
    { ...wrong, rule: 'no-cycles' },
    { ...wrong, from: 'launch/check/fixtures/gone/a.ts' },
  ];
  expect(importFindings({ rules, broken, seen })).toEqual([
    expect.stringContaining('breaks no-cycles instead'),
    expect.stringContaining('belongs to no rule'),
  ]);
});

it('[CK8] a part of the project nobody looked at is found', () => {
  expect(importFindings({ rules, broken: [wrong], seen: seen.slice(1) })).toEqual([
    'apps/api/src/: nothing to look at',
  ]);
});

it('[CK6] every rule as it stands catches its wrong fixture, and only that rule does', async () => {
  const { broken } = await cruiseImports(['launch/check/fixtures']);
  expect(importFindings({ rules: importRules, broken, seen })).toEqual([]);
});

it('[CK7] a noun may import neither its own height nor above', () => {
  expect(notBelow('conversation')).toEqual(['rebuild', 'offer', 'overflow']);
  expect(notBelow('presence')).toEqual(expect.arrayContaining(['counters', 'line', 'overflow']));
});

it('[CK7] a folder nobody placed in the order is found', () => {
  expect(unplacedFolders(['offer', 'platform', 'common'])).toEqual([
    expect.stringContaining('apps/api/src/common/'),
  ]);
});
