// One contract, two stores; and what only the real one can show: that nothing is kept for ever.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lineId } from '@veille/domain';
import { CountersMemoryStore } from '../../test/harness/memory/counters.memory-store.js';
import { aRedis, outOfReach, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { CountersRedisStore } from './counters.redis-store.js';
import { keepsCounters } from './counters.store.contract.js';

describe('counters in memory', () => keepsCounters(async () => new CountersMemoryStore()));

describe('counters in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  const aStore = async () => {
    await redis.client.flushall();
    return new CountersRedisStore(redis.client);
  };

  keepsCounters(aStore);

  it('[CT4] a day is forgotten after 400 days', async () => {
    const line = lineId('principale');
    await (await aStore()).add(line, '2026-11-21', ['offered']);
    expect(await redis.client.keys('*')).toEqual([keptKeys.counters(line, '2026-11-21')]);
    expect(await redis.client.ttl(keptKeys.counters(line, '2026-11-21'))).toBe(400 * 24 * 3_600);
  });

  it('[CT3] a count that is not written hurts nobody', async () => {
    const line = lineId('principale');
    const store = await aStore();
    await outOfReach(redis.client);
    await expect(store.add(line, '2026-11-21', ['offered'])).resolves.toBeUndefined();
    await redis.client.connect();
    expect(await store.of(line, '2026-11-21')).toEqual(new Map());
  });
});
