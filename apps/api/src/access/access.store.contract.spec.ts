// One contract, two stores; and what only the real one can show: that nothing readable is kept, and nothing too long.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountId, firstAssociation, hours } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AccessMemoryStore } from '../../test/harness/memory/access.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { everythingIn } from '../../test/harness/everything-in.js';
import { AccessRedisStore } from './access.redis-store.js';
import { keepsAccounts, keepsInvitations } from './access.store.contract.js';

describe('access in memory', () => {
  const aStore = async () => new AccessMemoryStore();
  keepsInvitations(aStore);
  keepsAccounts(aStore);
});

describe('access in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  const aStore = async () => {
    await redis.client.flushall();
    return new AccessRedisStore(redis.client, new FakeClock());
  };
  keepsInvitations(aStore);
  keepsAccounts(aStore);

  it('[AC11] what is kept of an invitation does not open it, and is gone when it stands no more', async () => {
    const store = await aStore();
    const standsUntil = hours(72);
    const kept = { association: firstAssociation.id, role: 'volunteer', standsUntil } as const;
    const token = await store.invite({ ...kept, by: accountId('inviter') }, 0);
    const first = await store.inviteFirst({ ...kept, role: 'coordinator' }, 0);
    if (first === 'not-first') throw new Error('there is no account yet');
    const everything = await everythingIn(redis.client);
    expect(everything).toContain('inviter');
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(first.token);
    for (const key of await redis.client.keys('*')) {
      expect(await redis.client.pttl(key)).toBeGreaterThan(hours(71));
      expect(await redis.client.pttl(key)).toBeLessThanOrEqual(hours(72));
    }
  });
});
