// One contract, two stores; and what only the real one can show: that no code is kept, and no proposal for ever.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { minutes } from '@veille/domain';
import { everythingIn } from '../../test/harness/everything-in.js';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AgreementMemoryStore } from '../../test/harness/memory/agreement.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { AgreementRedisStore } from './agreement.redis-store.js';
import { keepsAgreements, proposal, takenBy } from './agreement.store.contract.js';

describe('agreements in memory', () => keepsAgreements(async () => new AgreementMemoryStore()));

describe('agreements in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  const aStore = async () => {
    await redis.client.flushall();
    return new AgreementRedisStore(redis.client, new FakeClock());
  };
  keepsAgreements(aStore);

  it('[AG7] of a code only its digest is kept, for as long as it is good, and nothing of one that was used', async () => {
    const store = await aStore();
    const replaced = await store.propose(proposal, minutes(20));
    const code = await store.propose(proposal, minutes(20));
    const everything = await everythingIn(redis.client);
    for (const hidden of [replaced, code]) expect(everything).not.toContain(hidden);
    const keys = await redis.client.keys('*');
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(await redis.client.pttl(key)).toBeGreaterThan(minutes(19));
    const said = await store.spend(code, takenBy());
    expect(await redis.client.keys('*')).toEqual([keptKeys.agreements]);
    if (typeof said === 'string') throw new Error('no agreement');
    await store.end(said);
    expect(await redis.client.keys('*')).toEqual([]);
  });

  it('[AG7] a record of another shape is no proposal, and no agreement is read out of one', async () => {
    const store = await aStore();
    const code = await store.propose(proposal, minutes(20));
    const [key = ''] = await redis.client.keys('proposal:*');
    await redis.client.set(key, '{"shape":0}');
    expect(await store.spend(code, takenBy())).toBe('gone');
    await redis.client.hset(keptKeys.agreements, 'principale', '{"shape":0}');
    await expect(store.all()).rejects.toThrow();
  });
});
