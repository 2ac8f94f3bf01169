// Whatever happened to a caller, in whatever order: what is shown of them is what a walk through every key finds.
// VEILLE_RUNS tells more stories; VEILLE_SEED tells the same ones again.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineId } from '@veille/domain';
import fc from 'fast-check';
import { HeldRedisStore } from '../src/privacy/held.redis-store.js';
import { everybodyIn } from './harness/deed.js';
import { aDeed } from './harness/deeds.js';
import { FakeAlarms } from './harness/fake-alarms.js';
import { wordsOf } from './harness/kept-rows.js';
import { liveInRedis } from './harness/live-stores.js';
import { mentionsOf } from './harness/mentions.js';
import { aRedis, type TestRedis } from './harness/redis.js';
import { Scene } from './harness/scene.js';

const seed = Number(process.env['VEILLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const stories = Number(process.env['VEILLE_RUNS'] ?? 10);
const deeds = 30;

describe(`stories from seed ${seed}`, () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  it(
    '[PV1] after every deed, of everybody, the panel shows neither less nor more than the store holds',
    async () => {
      const held = new HeldRedisStore(redis.client, new FakeAlarms());
      const kinds = new Set<string>();
      const story = fc.asyncProperty(fc.array(aDeed, { minLength: deeds, maxLength: deeds }), async (all) => {
        const scene = new Scene(await liveInRedis(redis.client), lineId('a-line'));
        for (const deed of all) {
          await deed.doneTo(scene);
          for (const id of everybodyIn(scene).callers) {
            const panel = (await held.of(scene.line, id, scene.now)).map(({ what }) => what);
            expect(panel.sort()).toEqual(wordsOf(await mentionsOf(id, { live: redis.client })));
            for (const kind of panel) kinds.add(kind);
          }
        }
      });
      await fc.assert(story, { seed, numRuns: stories });
      // Stories that never got anywhere would prove nothing.
      expect(kinds.size).toBeGreaterThan(7);
    },
    20_000 * stories,
  );
});
