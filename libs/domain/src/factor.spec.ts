// How a wrong one slows the next.
import { expect, it } from '@jest/globals';
import { delayAfter } from './access.js';
import { factorDelays } from './factor.js';
import { seconds } from './time.js';

it('[SF6] wrong factors slow as wrong passwords do, up to half a minute', () => {
  expect(factorDelays.slice(0, 4)).toEqual([0, 0, 0, seconds(1)]);
  expect(factorDelays.at(-1)).toBe(delayAfter(1_000));
});
