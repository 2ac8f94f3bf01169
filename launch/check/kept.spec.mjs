// Proves the step that compares the keys of both stores with the page that says what is kept.
import { expect, it } from '@jest/globals';
import { keptFindings, keysIn } from './kept.mjs';

const keys = `
  export const liveKeys = (line: string) => ({ tag: \`{\${line}}\`, queue: \`{\${line}}:queue\`, offer: (id: string) => id });
  export const keptKeys = { account: (id: string) => 'account:' + id } as const;
  export const elsewhere = { other: 'x' };`;
const kept = [
  '| key | holds |',
  '| --- | --- |',
  '| `queue` | order |',
  '| `offer` | `x` |',
  '| `account` | who |',
].join('\n');

it('[CK2] the keys are the entries of liveKeys and keptKeys, whatever stands around them', () => {
  expect(keysIn(keys)).toEqual(['queue', 'offer', 'account']);
  expect(keysIn('export function liveKeys(line) { const tag = line; return { queue: tag }; }')).toEqual([
    'queue',
  ]);
});

it('[CK2] a page with one row for each key gives no finding', () => {
  expect(keptFindings({ keys, kept })).toEqual([]);
});

it('[CK2] a key without a row is found', () => {
  expect(keptFindings({ keys, kept: kept.replace('`offer`', 'offer') })).toEqual([
    'docs/kept.md has no row for the key offer',
  ]);
});

it('[CK2] a row without a key, and a row that stands twice, are found', () => {
  const more = `${kept}\n| \`ghost\` | gone |\n| \`queue\` | again |`;
  expect(keptFindings({ keys, kept: more })).toEqual([
    'docs/kept.md: ghost is no key of keys.ts',
    'docs/kept.md: queue stands twice',
  ]);
});

it('[CK8] a source without keys is found', () => {
  expect(keptFindings({ keys: '', kept: '' })).toHaveLength(1);
});
