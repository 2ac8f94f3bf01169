// One contract, two stores; and in Redis, nothing that says whose account it is, or stays.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { browserKnownFor, hours } from '@veille/domain';
import { GuessingMemoryStore } from '../../test/harness/memory/guessing.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { StoreClock } from '../platform/clock/clock.js';
import { Moves } from '../platform/redis/lua-move.js';
import { storeTime } from '../platform/redis/store-time.js';
import { GuessingRedisStore } from './guessing.redis-store.js';
import { keepsGuesses } from './guessing.store.contract.js';

describe('guesses in memory', () => keepsGuesses(async () => new GuessingMemoryStore()));

describe('guesses in Redis', () => {
  let redis: TestRedis;
  const clock = new StoreClock();
  const aStore = async () =>
    new GuessingRedisStore(new Moves(redis.client, clock), redis.client, redis.client);
  beforeAll(async () => {
    redis = await aRedis();
    await clock.set(() => storeTime(redis.client));
  });
  beforeEach(() => redis.client.flushall());
  afterAll(() => redis.stop());

  keepsGuesses(aStore);

  it('[AC8, AC18, AC19] all of it ends by itself, and what was taken back leaves nothing', async () => {
    const store = await aStore();
    await store.begin({ source: 'a', all: 'eve' }, 1);
    expect(await redis.client.pttl('{guesses}:of:a')).toBeGreaterThan(hours(1) - 60_000);
    expect(await redis.client.pttl('{guesses}:at:eve')).toBeGreaterThan(hours(1) - 60_000);
    await store.takeBack({ source: 'a', all: 'eve' }, 1);
    expect(await redis.client.dbsize()).toBe(0);
    await store.takeBack({ source: 'nobody', all: 'eve' }, 1);
    expect(await redis.client.dbsize()).toBe(0);
    await store.know({ browser: 'b', name: 'eve' }, browserKnownFor);
    expect(await redis.client.pttl('browser:b')).toBeGreaterThan(browserKnownFor - 60_000);
    for (let n = 0; n < 30; n += 1) await store.begin({ source: `${n}`, all: 'eve' }, hours(n));
    expect(await redis.client.llen('{guesses}:at:eve')).toBe(10);
  });
});
