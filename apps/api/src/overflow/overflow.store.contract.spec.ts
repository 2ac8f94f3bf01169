// One contract, two stores; and in Redis, figures that nobody has to take away.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { lineId } from '@veille/domain';
import { OverflowMemoryStore } from '../../test/harness/memory/overflow.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { OverflowRedisStore } from './overflow.redis-store.js';
import { keepsRecentFigures } from './overflow.store.contract.js';

describe('recent figures in memory', () => keepsRecentFigures(async () => new OverflowMemoryStore()));

describe('recent figures in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  beforeEach(() => redis.client.flushall());
  afterAll(() => redis.stop());

  keepsRecentFigures(async () => new OverflowRedisStore(redis.client));

  it('[OV8] every key ends by itself', async () => {
    const store = new OverflowRedisStore(redis.client);
    await store.add(lineId('principale'), 0, { arrivals: 1 });
    await store.say(lineId('principale'), 'opening', 'open');
    const keys = await redis.client.keys('*');
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(await redis.client.pttl(key)).toBeGreaterThan(0);
  });
});
