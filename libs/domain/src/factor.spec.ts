// How far a session goes without a second factor, and how a wrong one slows the next.
import { expect, it } from '@jest/globals';
import { factorDelays, assuranceOf } from './factor.js';
import { delayAfter } from './guessing.js';
import { seconds } from './time.js';

const entering = [
  { role: 'volunteer', gaveFactor: true, atPost: true, goes: 'whole' },
  { role: 'volunteer', gaveFactor: true, atPost: false, goes: 'whole' },
  { role: 'volunteer', gaveFactor: false, atPost: true, goes: 'at-post' },
  { role: 'volunteer', gaveFactor: false, atPost: false, goes: 'enrols' },
  { role: 'coordinator', gaveFactor: true, atPost: false, goes: 'whole' },
  { role: 'coordinator', gaveFactor: false, atPost: true, goes: 'enrols' },
  { role: 'administrator', gaveFactor: false, atPost: true, goes: 'enrols' },
  { role: 'administrator', gaveFactor: false, atPost: false, goes: 'enrols' },
] as const;
it.each(entering)('[SF3] %j', ({ goes, ...how }) => {
  expect(assuranceOf(how)).toBe(goes);
});

it('[SF6] wrong factors slow as wrong passwords do, up to an hour', () => {
  expect(factorDelays.slice(0, 4)).toEqual([0, 0, 0, seconds(30)]);
  expect(factorDelays.at(-1)).toBe(delayAfter(1_000));
});
