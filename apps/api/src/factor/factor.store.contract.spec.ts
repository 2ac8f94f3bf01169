// One contract, two stores; and what only the real one can show: what is readable in it, and for how long.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountId, minutes } from '@veille/domain';
import { everythingIn } from '../../test/harness/everything-in.js';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { EnrolmentMemoryStore } from '../../test/harness/memory/enrolment.memory-store.js';
import { FactorMemoryStore } from '../../test/harness/memory/factor.memory-store.js';
import { HalfSessionMemoryStore } from '../../test/harness/memory/half-session.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { EnrolmentRedisStore } from './enrolment.redis-store.js';
import { FactorRedisStore } from './factor.redis-store.js';
import { keepsFactors } from './factor.store.contract.js';
import { HalfSessionRedisStore } from './half-session.redis-store.js';
import { keepsEnrolments, keepsHalfSessions } from './half-session.store.contract.js';

describe('in memory', () => {
  keepsFactors(async () => new FactorMemoryStore());
  keepsHalfSessions(async () => new HalfSessionMemoryStore(new FakeClock()));
  keepsEnrolments(async () => new EnrolmentMemoryStore(new FakeClock()));
});

describe('in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  const empty = async () => {
    await redis.client.flushall();
    return redis.client;
  };
  keepsFactors(async () => new FactorRedisStore(await empty(), new FakeClock()));
  keepsHalfSessions(async () => new HalfSessionRedisStore(await empty(), new FakeClock()));
  keepsEnrolments(async () => new EnrolmentRedisStore(await empty()));

  it('[SF1] a try that comes in the instant its half session ends is over', async () => {
    const store = new HalfSessionRedisStore(await empty(), new FakeClock());
    const token = await store.begin(accountId('ève'), minutes(5));
    const limits = { mostTries: 5, delays: [0], forgottenAfter: minutes(15) };
    expect(await Promise.all([store.end(token), store.try(token, limits, 1)])).toEqual(['ended', 'over']);
  });

  it('[SF8] of a half session only a digest is kept, and nothing of it for longer than it stands', async () => {
    const store = new HalfSessionRedisStore(await empty(), new FakeClock());
    const token = await store.begin(accountId('ève'), minutes(5));
    await store.try(token, { mostTries: 5, delays: [0], forgottenAfter: minutes(15) }, 1);
    const everything = await everythingIn(redis.client);
    expect(everything).toContain('ève');
    expect(everything).not.toContain(token);
    const left = await Promise.all((await redis.client.keys('*')).map((key) => redis.client.pttl(key)));
    expect(left).toHaveLength(2);
    for (const time of left) expect(time).toBeGreaterThan(minutes(4));
    expect(Math.min(...left)).toBeLessThanOrEqual(minutes(5));
  });

  it('[SF9] a record of another shape is no enrolment, and no factor lets anybody in', async () => {
    const client = await empty();
    await client.set(keptKeys.enrolment('old'), '{"shape":0}');
    await client.hset(keptKeys.factor('ève'), { shape: '0', kind: 'totp' });
    expect(await new EnrolmentRedisStore(client).find('old')).toBeUndefined();
    await expect(new FactorRedisStore(client, new FakeClock()).of(accountId('ève'))).rejects.toThrow();
  });
});
