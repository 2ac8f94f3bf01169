// One contract, two stores; and in Redis, what is known of where a caller came from is gone with them, or soon after.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  accountId,
  associationId,
  callerId,
  closureLasts,
  lineId,
  metFor,
  networkId,
  volunteerId,
} from '@veille/domain';
import { ClosureMemoryStore } from '../../test/harness/memory/closure.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { StoreClock } from '../platform/clock/clock.js';
import { Moves } from '../platform/redis/lua-move.js';
import { storeTime } from '../platform/redis/store-time.js';
import { ClosureRedisStore } from './closure.redis-store.js';
import { keepsClosures } from './closure.store.contract.js';

const line = lineId('principale');
const hearing = { line, volunteer: volunteerId('vera') };
const ana = callerId('ana');
const metKey = '{networks}:met:principale:vera';

describe('closures in memory', () => keepsClosures(async () => new ClosureMemoryStore()));

describe('closures in Redis', () => {
  let redis: TestRedis;
  const clock = new StoreClock();
  const aStore = async () => new ClosureRedisStore(new Moves(redis.client, clock), redis.client);
  beforeAll(async () => {
    redis = await aRedis();
    await clock.set(() => storeTime(redis.client));
  });
  beforeEach(() => redis.client.flushall());
  afterAll(() => redis.stop());

  keepsClosures(aStore);

  it('[CN4] whatever is asked and closed ends by itself', async () => {
    const store = await aStore();
    const asking = { association: associationId('veille'), network: networkId('campus') };
    const asked = { id: 'one', line, by: accountId('vera'), at: 'asked', until: 1, refused: 0 } as const;
    await store.ask(asking, asked, 0);
    const key = '{networks}:closures:veille';
    expect(await redis.client.pttl(key)).toBeGreaterThan(closureLasts.closed - 60_000);
    await redis.client.pexpire(key, 5_000);
    await store.confirm({ ...asking, id: 'one', by: accountId('claude'), now: 0 });
    expect(await redis.client.pttl(key)).toBeGreaterThan(closureLasts.closed - 60_000);
  });

  it('[CN1] where a caller came from is noted of who is there, and leaves with them', async () => {
    const store = await aStore();
    await store.note(line, ana, networkId('campus'));
    expect(await redis.client.dbsize()).toBe(0);
    await redis.client.hset('{principale}:caller:ana', { at: 'waiting' });
    await store.note(line, ana, networkId('campus'));
    expect(await redis.client.hget('{principale}:caller:ana', 'network')).toBe('campus');
  });

  it('[CN1] whom a volunteer hears is known while they do, then for minutes, and never whom they heard before', async () => {
    const store = await aStore();
    await redis.client.hset('{principale}:caller:ana', { at: 'talking', network: 'campus' });
    await store.meet(hearing, ana, metFor.during);
    expect(await store.met(hearing)).toBe('campus');
    expect(await redis.client.pttl(metKey)).toBeGreaterThan(metFor.during - 60_000);
    await store.part(hearing, metFor.after);
    expect(await redis.client.pttl(metKey)).toBeLessThanOrEqual(metFor.after);
    await store.meet(hearing, callerId('of whom nothing is known'), metFor.during);
    expect(await store.met(hearing)).toBeUndefined();
  });
});
