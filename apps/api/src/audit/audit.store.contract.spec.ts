// One contract, two stores; and what only the real one can show: that what was said of strangers is forgotten.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstAssociation, hours } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AuditMemoryStore } from '../../test/harness/memory/audit.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { AuditRedisStore } from './audit.redis-store.js';
import { keepsAudit } from './audit.store.contract.js';

describe('the audit in memory', () => keepsAudit(async () => new AuditMemoryStore()));

describe('the audit in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  const aStore = async () => {
    await redis.client.flushall();
    return new AuditRedisStore(redis.client, new FakeClock());
  };
  keepsAudit(aStore);

  it('[AU5] what was said of strangers is forgotten an hour after the first of it, however much follows', async () => {
    const store = await aStore();
    const key = keptKeys.auditNews(firstAssociation.id);
    const news = (about: string) => store.isNews(firstAssociation.id, { about, every: hours(1), inAll: 9 });
    await news('a');
    expect(await redis.client.pttl(key)).toBeGreaterThan(hours(1) - 60_000);
    await redis.client.pexpire(key, 1_000);
    await news('b');
    expect(await redis.client.pttl(key)).toBeLessThanOrEqual(1_000);
  });
});
