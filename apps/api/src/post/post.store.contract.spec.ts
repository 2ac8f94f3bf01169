// One contract, two stores; and what only the real one can show: that no token and no code is kept, and nothing for ever.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountId, associationId, minutes, placeId } from '@veille/domain';
import { everythingIn } from '../../test/harness/everything-in.js';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { DeviceMemoryStore } from '../../test/harness/memory/device.memory-store.js';
import { PinMemoryStore } from '../../test/harness/memory/pin.memory-store.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';
import { DeviceRedisStore } from './device.redis-store.js';
import { PinRedisStore } from './pin.redis-store.js';
import { keepsDevices, keepsPins } from './post.store.contract.js';

describe('in memory', () => {
  keepsDevices(async () => new DeviceMemoryStore());
  keepsPins(async () => new PinMemoryStore());
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
  keepsDevices(async () => new DeviceRedisStore(await empty()));
  keepsPins(async () => new PinRedisStore(await empty(), new FakeClock()));

  const toBe = { association: associationId('veille'), post: placeId('central'), by: accountId('claude') };

  it('[PD8] of tokens and codes only digests are kept, and nothing of a device or a PIN stays for ever', async () => {
    const store = new DeviceRedisStore(await empty());
    const device = { ...toBe, registeredOn: '2026-11-21', usedOn: '2026-11-21' };
    const token = await store.register(device, minutes(20));
    const code = await store.openCode(toBe, minutes(10));
    const at = { account: accountId('ève'), device: store.idOf(token) };
    const pins = new PinRedisStore(redis.client, new FakeClock());
    const known = { ...device, id: at.device };
    await store.used(known, { by: at.account, on: '2026-11-21' }, minutes(20));
    await pins.choose(at, 'sealed', minutes(15));
    await pins.try(at, 5);
    const everything = await everythingIn(redis.client);
    expect(everything).toContain('central');
    for (const hidden of [token, code]) expect(everything).not.toContain(hidden);
    const left = await Promise.all((await redis.client.keys('*')).map((key) => redis.client.pttl(key)));
    expect(left).toHaveLength(5);
    for (const time of left) expect(time).toBeGreaterThan(minutes(9));
    for (const time of left) expect(time).toBeLessThanOrEqual(minutes(20));
  });

  it('[PD8] a device that was forgotten by itself is listed no more, and its name goes with it', async () => {
    const store = new DeviceRedisStore(await empty());
    const device = { ...toBe, registeredOn: '2026-11-21', usedOn: '2026-11-21' };
    const id = store.idOf(await store.register(device, minutes(20)));
    await redis.client.del(keptKeys.postDevice(id));
    expect(await store.of(toBe.association)).toEqual([]);
    expect(await redis.client.exists(keptKeys.postDevices('veille'))).toBe(0);
  });

  it('[PD8] a record of another shape is no device', async () => {
    const store = new DeviceRedisStore(await empty());
    await redis.client.set(keptKeys.postDevice('old'), '{"shape":0}');
    expect(await store.find('old')).toBeUndefined();
  });
});
