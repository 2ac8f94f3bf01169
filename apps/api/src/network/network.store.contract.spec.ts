// One contract, two stores; and in Redis, nothing that outlives its use.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { hours, networkId, rates } from '@veille/domain';
import { NetworkMemoryStore } from '../../test/harness/memory/network.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { StoreClock } from '../platform/clock/clock.js';
import { Moves } from '../platform/redis/lua-move.js';
import { storeTime } from '../platform/redis/store-time.js';
import { NetworkRedisStore } from './network.redis-store.js';
import { keepsNetworks } from './network.store.contract.js';

describe('networks in memory', () => keepsNetworks(async () => new NetworkMemoryStore()));

describe('networks in Redis', () => {
  let redis: TestRedis;
  const clock = new StoreClock();
  const aStore = async () => new NetworkRedisStore(new Moves(redis.client, clock), redis.client);
  beforeAll(async () => {
    redis = await aRedis();
    await clock.set(() => storeTime(redis.client));
  });
  beforeEach(() => redis.client.flushall());
  afterAll(() => redis.stop());

  keepsNetworks(aStore);

  it('[NW1, NW3] half a key ends with its time, and a count as soon as its network’s turn would have come', async () => {
    const store = await aStore();
    await store.keep(7, 'half', hours(6));
    expect(await redis.client.pttl('{networks}:key:7')).toBeGreaterThan(hours(6) - 60_000);
    const now = clock.now();
    for (const _ of [1, 2]) await store.take({ what: 'join', network: networkId('a') }, rates.join, now);
    const left = await redis.client.pttl('{networks}:turns:join:a');
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(2 * rates.join.every);
  });
});
