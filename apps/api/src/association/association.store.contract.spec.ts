// One contract, two stores: what the services were tested with is what runs.
import { afterAll, beforeAll, describe } from '@jest/globals';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AssociationMemoryStore } from '../../test/harness/memory/association.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { AssociationRedisStore } from './association.redis-store.js';
import { keepsAssociations } from './association.store.contract.js';

describe('associations in memory', () => keepsAssociations(async () => new AssociationMemoryStore()));

describe('associations in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  keepsAssociations(async () => {
    await redis.client.flushall();
    return new AssociationRedisStore(redis.client, new FakeClock());
  });
});
