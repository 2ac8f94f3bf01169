// One contract, two stores; and what only the real one can show: that no token is kept, and no session for ever.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountId, minutes, sessionLasts } from '@veille/domain';
import { everythingIn } from '../../test/harness/everything-in.js';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { SessionMemoryStore } from '../../test/harness/memory/session.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { SessionRedisStore } from './session.redis-store.js';
import { keepsSessions } from './session.store.contract.js';

describe('sessions in memory', () => keepsSessions(async () => new SessionMemoryStore()));

describe('sessions in Redis', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  const aStore = async () => {
    await redis.client.flushall();
    return new SessionRedisStore(redis.client, new FakeClock());
  };
  const session = { account: accountId('ève'), assurance: 'whole' as const, startedAt: 0, seenAt: 0 };

  keepsSessions(aStore);

  it('[AC11] of a token only a digest is kept', async () => {
    const token = await (await aStore()).open(session, minutes(30));
    const everything = await everythingIn(redis.client);
    expect(everything).toContain('ève');
    expect(everything).not.toContain(token);
  });

  it('[AC9] a session is forgotten when it is over', async () => {
    const store = await aStore();
    const id = store.idOf(await store.open(session, minutes(30)));
    await store.renew(id, session, minutes(10));
    expect(await redis.client.pttl(keptKeys.session(id))).toBeLessThanOrEqual(minutes(10));
    expect(await redis.client.pttl(keptKeys.session(id))).toBeGreaterThan(minutes(9));
  });

  it('[SP7] the names of an account’s sessions are forgotten with the last of them', async () => {
    await (await aStore()).open(session, minutes(30));
    const left = await redis.client.pttl(keptKeys.sessions('ève'));
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThanOrEqual(sessionLasts.inAll);
  });

  it('[AC9] a record of another shape is no session', async () => {
    const store = await aStore();
    await redis.client.set(keptKeys.session('old'), '{"shape":0,"account":"ève"}');
    await redis.client.set(keptKeys.session('broken'), 'not json');
    expect(await store.find('old')).toBeUndefined();
    expect(await store.find('broken')).toBeUndefined();
  });
});
