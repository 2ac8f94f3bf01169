// Runs one contract twice: on the memory stores the services are tested with, and on the real Redis that runs. There, what
// every test leaves behind must hold together: no field, no key and no member that no rule knows of.
import { afterAll, afterEach, beforeAll, describe, expect } from '@jest/globals';
import { broken } from '@veille/domain';
import { liveInMemory, liveInRedis, type LiveStores } from './live-stores.js';
import { readLive, setsOf } from './read-live.js';
import { aRedis, type TestRedis } from './redis.js';
import { Scene } from './scene.js';

export function onBothStores(what: string, contract: (aLive: () => Promise<LiveStores>) => void): void {
  describe(`${what} in memory`, () => contract(async () => liveInMemory()));

  describe(`${what} in Redis`, () => {
    let redis: TestRedis;
    beforeAll(async () => {
      redis = await aRedis();
    });
    afterAll(() => redis.stop());
    afterEach(async () => {
      const { line, sets } = await readLive(redis.client, new Scene(liveInMemory()).line);
      expect(sets).toEqual(setsOf(line));
      // A contract may begin with people whose tabs nobody opened.
      expect(broken(line).filter((fault) => !fault.startsWith('I7'))).toEqual([]);
    });

    contract(() => liveInRedis(redis.client));
  });
}
