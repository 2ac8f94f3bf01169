// What a figure is worth: by the median of its rounds, by its goal and its limit, and not at all on a busy machine.
import { expect, it } from '@jest/globals';
import { holds, judged } from './verdict.mjs';

const budget = {
  what: 'a relay',
  unit: 'µs',
  against: 'ws',
  goal: { times: 1.2 },
  limit: { times: 1.5 },
};
const figure = (product, baseline = product.map(() => 10)) => ({ row: '1', product, baseline });

it.each([
  ['ok', [11, 12, 13]],
  ['short of the goal', [11, 14, 30]],
  ['OVER', [9, 16, 16]],
])('[BN1] is %s by the median of its ratios, whatever a single round says', (verdict, product) => {
  expect(judged(figure(product), budget).verdict).toBe(verdict);
});

it('[BN1] a ratio is of one round', () => {
  const { ratio, range } = judged(figure([10, 40, 18], [10, 20, 18]), budget);
  expect([ratio, range]).toEqual([1, [1, 2]]);
});

it('[BN1] a baseline that spreads above two judges nothing', () => {
  expect(judged(figure([99, 99, 99], [10, 10, 21]), budget).verdict).toBe('noisy, not judged');
});

it('[BN1] a baseline that spreads excuses nothing that is not held against it', () => {
  const verdictOf = (goal, limit) =>
    judged(figure([25, 25, 25], [10, 10, 21]), { ...budget, goal, limit }).verdict;
  expect(verdictOf({ most: 20 }, { most: 30 })).toBe('short of the goal');
  expect(verdictOf({ most: 20 }, { most: 24 })).toBe('OVER');
  expect(verdictOf({ least: 30 }, { least: 26 })).toBe('OVER');
  expect(verdictOf({ most: 20 }, { times: 3 })).toBe('noisy, not judged');
});

it('[BN1] a time that stands beside nothing is not judged on a busy machine', () => {
  const verdictOf = (unit, isBusy) =>
    judged(
      { row: '1', product: [99] },
      { ...budget, unit, goal: { most: 9 }, limit: { most: 9 } },
      { isBusy },
    ).verdict;
  expect([verdictOf('ms', true), verdictOf('ms', false)]).toEqual(['noisy, not judged', 'OVER']);
  expect(verdictOf('KB', true)).toBe('OVER');
});

it('[BN1] the quick form judges by limits of its own, and only where there are any', () => {
  const verdictOf = (quick) =>
    judged(figure([19, 19, 19]), { ...budget, ...quick }, { isQuick: true }).verdict;
  expect(verdictOf({})).toBe('not judged');
  expect(verdictOf({ quick: { times: 2 } })).toBe('short of the goal');
  expect(verdictOf({ quick: { times: 1.8 } })).toBe('OVER');
});

it.each([
  [{ share: 0.9 }, 9, 'ok'],
  [{ share: 0.9 }, 8, 'OVER'],
  [{ times: 1.1, more: 5 }, 15, 'ok'],
  [{ most: 20 }, 21, 'OVER'],
  [{ least: 20 }, 21, 'ok'],
])('[BN1] %j is a bound: %d beside 10 is %s', (limit, product, verdict) => {
  expect(judged(figure([product]), { ...budget, goal: limit, limit }).verdict).toBe(verdict);
});

it('[BN2] a run holds when nothing is over its limit and nothing was lost or astray', () => {
  const [good, over] = [figure([10, 10, 10]), figure([20, 20, 20])].map((one) => judged(one, budget));
  expect(holds([good], { relay: { lost: 0 } })).toBe(true);
  expect(holds([good, over], { relay: { lost: 0 } })).toBe(false);
  expect(holds([good], { relay: { lost: 0, strayed: 1 } })).toBe(false);
});
