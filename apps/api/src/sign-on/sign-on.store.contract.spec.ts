// One contract, two stores; and what only the real one can show: our secret at a provider is sealed.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { associationId } from '@veille/domain';
import { everythingIn } from '../../test/harness/everything-in.js';
import { SignOnMemoryStore } from '../../test/harness/memory/sign-on.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { SignOnRedisStore } from './sign-on.redis-store.js';
import { keepsProviders } from './sign-on.store.contract.js';

const aKey = () => ({ key: randomBytes(32), isNew: false });
const une = associationId('une');
const provider = { issuer: 'https://une.example', clientId: 'veille', clientSecret: 'entre nous deux' };

describe('providers in memory', () => keepsProviders(async () => new SignOnMemoryStore()));

describe('providers in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  const aStore = async () => {
    await redis.client.flushall();
    return new SignOnRedisStore(redis.client, aKey());
  };

  keepsProviders(aStore);

  it('[SO1] our secret there is sealed, and opens under no other key', async () => {
    const store = await aStore();
    await store.keep(une, provider);
    const everything = await everythingIn(redis.client);
    expect(everything).toContain(provider.issuer);
    expect(everything).not.toContain(provider.clientSecret);
    expect(await new SignOnRedisStore(redis.client, aKey()).provider(une)).toBeUndefined();
  });

  it('[SO1] a record of another shape is no provider', async () => {
    const store = await aStore();
    await redis.client.set(keptKeys.provider('une'), '{"shape":0}');
    expect(await store.provider(une)).toBeUndefined();
  });
});
