// One contract, two stores; and what only the real one can show: that no code is kept, and no proposal for ever.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type AccountId, associationId, type Maker, minutes } from '@veille/domain';
import { everythingIn } from '../../test/harness/everything-in.js';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AgreementMemoryStore } from '../../test/harness/memory/agreement.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { AgreementRedisStore } from './agreement.redis-store.js';
import { keepsAgreements, maker, proposal, takenBy } from './agreement.store.contract.js';

describe('agreements in memory', () =>
  keepsAgreements(async () => {
    const store = new AgreementMemoryStore();
    return { store, stands: async (account, as) => store.stands(account, as) };
  }));

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
  /** As the record of an account says it. */
  const stands = async (account: AccountId, as: Maker | undefined) => {
    const key = keptKeys.account(account);
    if (!as) return redis.client.del(key);
    const { suspended, ...standing } = as;
    return redis.client.hset(key, { ...standing, suspended: suspended ? 'yes' : 'no' });
  };
  keepsAgreements(async () => ({ store: await aStore(), stands }));

  it('[AG7] of a code only its digest is kept, for as long as it is good, and nothing of one that was used', async () => {
    const store = await aStore();
    const replaced = await store.propose(proposal, minutes(20));
    const code = await store.propose(proposal, minutes(20));
    const everything = await everythingIn(redis.client);
    for (const hidden of [replaced, code]) expect(everything).not.toContain(hidden);
    const keys = await redis.client.keys('*');
    expect(keys).toHaveLength(2);
    for (const key of keys) expect(await redis.client.pttl(key)).toBeGreaterThan(minutes(19));
    await stands(proposal.by, maker);
    const said = await store.spend(code, takenBy());
    await stands(proposal.by, undefined);
    expect(await redis.client.keys('*')).toEqual([keptKeys.agreements]);
    if (typeof said === 'string') throw new Error('no agreement');
    await store.end(said);
    expect(await redis.client.keys('*')).toEqual([]);
  });

  it('[AG7] a record of another shape is no proposal, and no agreement is read out of one', async () => {
    const store = await aStore();
    const code = await store.propose(proposal, minutes(20));
    await stands(proposal.by, maker);
    const [key = ''] = await redis.client.keys('proposal:*');
    await redis.client.set(key, '{"shape":0}');
    expect(await store.spend(code, takenBy())).toBe('gone');
    await redis.client.hset(keptKeys.agreements, 'principale', '{"shape":0}');
    await expect(store.all()).rejects.toThrow();
  });

  it('[AG4] an end that comes while a code is judged is not undone by the agreement', async () => {
    const store = await aStore();
    await stands(proposal.by, maker);
    await store.spend(await store.propose(proposal, minutes(20)), takenBy());
    const code = await store.propose(proposal, minutes(20));
    let ended: Promise<unknown> | undefined;
    const said = await store.spend(code, (found, standing) => {
      ended ??= redis.client.hdel(keptKeys.agreements, proposal.line);
      return takenBy(associationId('nord'), 'two')(found, standing);
    });
    await ended;
    expect(await store.all()).toEqual([said]);
  });

  it('[AG9] an account that cannot be read gives nobody a right', async () => {
    const store = await aStore();
    const code = await store.propose(proposal, minutes(20));
    await stands(proposal.by, maker);
    await redis.client.hset(keptKeys.account(proposal.by), 'role', 'archangel');
    expect(await store.spend(code, takenBy())).toBe('gone');
  });
});
