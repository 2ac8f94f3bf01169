// How guessing is slowed: longer each time, and never more than a few answers an hour, whoever guesses from wherever.
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { delayAfter, type Guesses, guessesForgottenAfter, mayGuess, mostGuesses } from './guessing.js';
import { hours, minutes, seconds } from './time.js';

const t0 = hours(500_000);

it('[AC8] each wrong guess past the third waits four times as long, up to an hour', () => {
  const delays = [0, 1, 2, 3, 4, 5, 6, 7, 8, 1_000].map(delayAfter);
  expect(delays).toEqual([0, 0, 0, ...[0.5, 2, 8, 32, 60, 60, 60].map(minutes)]);
});

it('[AC8] what was forgotten slows nobody', () => {
  const guesses: Guesses = { wrong: 50, last: t0, ofAll: [] };
  expect(mayGuess(guesses, t0 + guessesForgottenAfter - 1)).toBe(false);
  expect(mayGuess(guesses, t0 + guessesForgottenAfter)).toBe(true);
});

it('[AC18] of what many sources try at one account, at any moments, ten are looked at in any hour', () => {
  const tries = fc.array(
    fc.record({ after: fc.integer({ min: 0, max: minutes(20) }), by: fc.integer({ min: 0, max: 9 }) }),
    { minLength: 30, maxLength: 120 },
  );
  fc.assert(
    fc.property(tries, (some) => {
      const sources = new Map<number, { wrong: number; last: number }>();
      const ofAll: number[] = [];
      let now = t0;
      for (const { after, by } of some) {
        now += after;
        const { wrong, last } = sources.get(by) ?? { wrong: 0, last: 0 };
        if (!mayGuess({ wrong, last, ofAll }, now)) continue;
        sources.set(by, { wrong: wrong + 1, last: now });
        ofAll.unshift(now);
        const [newest = 0, oldest = -Infinity] = [ofAll[0], ofAll[mostGuesses.count]];
        expect(newest - oldest).toBeGreaterThanOrEqual(mostGuesses.within);
      }
    }),
  );
});

it('[AC8] one source alone is looked at seven times in an hour, so that three are left for whoever comes from elsewhere', () => {
  let guesses: Guesses = { wrong: 0, last: 0, ofAll: [] };
  let looked = 0;
  for (let now = t0; now < t0 + hours(1); now += seconds(1)) {
    if (!mayGuess(guesses, now)) continue;
    looked += 1;
    guesses = { wrong: guesses.wrong + 1, last: now, ofAll: [now, ...guesses.ofAll] };
  }
  expect(looked).toBe(7);
  expect(mostGuesses.count - looked).toBe(3);
});
