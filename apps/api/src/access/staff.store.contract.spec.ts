// One contract, two stores; and what only the real one can show: that a reset's token is nowhere, and its digest not for long.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountId, firstAssociation, hours } from '@veille/domain';
import { everythingIn } from '../../test/harness/everything-in.js';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AccessMemoryStore } from '../../test/harness/memory/access.memory-store.js';
import { StaffMemoryStore } from '../../test/harness/memory/staff.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { digestOf } from '../platform/secrets.js';
import { keptKeys } from '../platform/redis/keys.js';
import { AccessRedisStore } from './access.redis-store.js';
import { StaffRedisStore } from './staff.redis-store.js';
import { keepsStaff } from './staff.store.contract.js';

describe('the staff in memory', () =>
  keepsStaff(async () => {
    const accounts = new AccessMemoryStore();
    return { accounts, staff: new StaffMemoryStore(accounts) };
  }));

describe('the staff in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  const aStore = async () => {
    await redis.client.flushall();
    const clock = new FakeClock();
    return {
      accounts: new AccessRedisStore(redis.client, clock),
      staff: new StaffRedisStore(redis.client, clock),
    };
  };
  keepsStaff(aStore);

  it('[SP4] [AC11] what is kept of a reset does not open it, and is gone when it stands no more', async () => {
    const { accounts, staff } = await aStore();
    const standsUntil = hours(72);
    const invitation = { association: firstAssociation.id, role: 'volunteer', standsUntil } as const;
    const invited = await accounts.invite({ ...invitation, by: accountId('inviter') }, 0);
    const proof = { sealed: 'first' };
    const account = await accounts.accept(invited, { pseudonym: 'Ève', proof, createdAt: 0 }, 0);
    if (typeof account === 'string') throw new Error(account);
    const opened = await staff.openReset({ account: account.id, by: accountId('inviter'), standsUntil }, 0);
    if (opened === 'no-such-account') throw new Error(opened);
    const key = keptKeys.reset(digestOf(opened.token));
    expect(await redis.client.pttl(key)).toBeGreaterThan(hours(71));
    expect(await redis.client.pttl(key)).toBeLessThanOrEqual(hours(72));
    expect(await everythingIn(redis.client)).not.toContain(opened.token);
    await staff.acceptReset(opened.token, { account: account.id, sealed: 'second', now: 0 });
    expect(await redis.client.exists(key)).toBe(0);
    expect(await everythingIn(redis.client)).not.toContain(digestOf(opened.token));
  });
});
