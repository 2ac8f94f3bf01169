// The contract of rebuilding, in memory and in Redis; and what only the real one can show: a store lost once more in between.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { firstSettings, lineId, remember, ticketHolds } from '@veille/domain';
import { liveInRedis, liveOver } from '../../test/harness/live-stores.js';
import { onBothStores } from '../../test/harness/on-both-stores.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { Scene, theCaller } from '../../test/harness/scene.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { rebuildContract } from './rebuild.store.contract.js';

onBothStores('rebuilding', rebuildContract);

const line = lineId('principale');

/** The same connection; `first` happens between the next reading and what is decided on it, and only then. */
function before(redis: Redis, first: () => Promise<unknown>): { redis: Redis; scripts: () => number } {
  let scripts = 0;
  const evalsha = async (script: string, keys: number, ...given: (string | number)[]) => {
    scripts += 1;
    if (scripts === 2) await first();
    return redis.evalsha(script, keys, ...given);
  };
  const handler = {
    get: (target: Redis, name: string | symbol): unknown =>
      name === 'evalsha' ? evalsha : Reflect.get(target, name, target),
  };
  return { redis: new Proxy(redis, handler), scripts: () => scripts };
}

describe('rebuilding in a Redis that is lost once more', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());

  it('[RB4] what was decided in one epoch is not written into the next: it is decided anew', async () => {
    const scene = new Scene(await liveInRedis(redis.client));
    await scene.stores.rebuild.epoch(line, { name: 'first', now: scene.now, settles: 0 });
    const ana = theCaller(await scene.callerArrives('ana'));
    const memory = remember(await scene.stores.rebuild.see(line, ana), ana, scene.now);
    if (!memory) throw new Error('nobody to remember');
    await redis.client.flushall();
    await scene.stores.rebuild.epoch(line, { name: 'second', now: scene.now, settles: 0 });
    const { epoch } = liveKeys(line);
    const lost = before(redis.client, () =>
      redis.client.hset(epoch, { name: 'third', began: '1', settles: '0' }),
    );
    const stores = await liveOver(lost.redis);
    const when = { now: scene.now, breatherUntil: scene.now + 9, keepFor: ticketHolds(firstSettings) };
    expect(await stores.rebuild.putBack(line, memory, when)).toBe('back');
    expect(lost.scripts()).toBe(4);
  });
});
