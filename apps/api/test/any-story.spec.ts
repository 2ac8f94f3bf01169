// Whatever happens on a line, in whatever order and at once: random stories, told in memory and on a real Redis side by side.
// VEILLE_RUNS tells more of them; VEILLE_SEED tells the same ones again; `npm run prove` does both, with progress.
import { expect, it } from '@jest/globals';
import { tellStories } from './prove/stories.js';

const runs = Number(process.env['VEILLE_RUNS'] ?? 300);
const seed = Number(process.env['VEILLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** Fewer than the house tells may happen to be short ones: the sum of few lengths strays from its mean. */
const unlucky = runs < 300 ? 300 * Math.sqrt(runs) : 0;

it(
  `[I1, I2, I3, I4, I5, I6, I7, I8, I10] hold after every deed of every story (seed ${seed})`,
  async () => {
    const told = await tellStories({ runs, seed });
    expect(told.violation).toBeUndefined();
    expect(told.commands).toBeGreaterThan(100 * runs - unlucky);
    expect(told.atOnce).toBeGreaterThan(5 * runs - unlucky);
  },
  runs * 2_000,
);
