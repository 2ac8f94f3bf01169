// Whatever happens on a line, in whatever order: random stories, told in memory and on a real Redis side by side.
// VEILLE_RUNS tells more of them; VEILLE_SEED tells the same ones again.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineId } from '@veille/domain';
import fc from 'fast-check';
import { aDeed } from './harness/deeds.js';
import { liveInRedis } from './harness/live-stores.js';
import { aRedis, type TestRedis } from './harness/redis.js';
import { Story } from './harness/story.js';

const runs = Number(process.env['VEILLE_RUNS'] ?? 100);
const seed = Number(process.env['VEILLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
/** From none to twice as many, so that one that goes wrong is told again in as few words as possible. */
const deedsOnAverage = 60;

describe(`stories from seed ${seed}`, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  it(
    '[I1, I2, I3, I4, I5, I6, I7, I8, I10] hold after every deed of every story',
    async () => {
      let told = 0;
      const lengths = { maxLength: 2 * deedsOnAverage, size: 'max' } as const;
      const story = fc.asyncProperty(fc.array(aDeed, lengths), async (all) => {
        const stores = await liveInRedis(redis.client);
        const one = new Story(redis.client, stores, lineId(`line-${(told += 1)}`));
        for (const deed of all) await one.goesOn(deed);
        await one.ends();
      });
      await fc.assert(story, { seed, numRuns: runs });
      expect(told).toBe(runs);
    },
    runs * 1_000,
  );
});
