// Runs one contract twice: on the memory stores the services are tested with, and on the real Redis that runs.
import { afterAll, beforeAll, describe } from '@jest/globals';
import { liveInMemory, liveInRedis, type LiveStores } from './live-stores.js';
import { aRedis, type TestRedis } from './redis.js';

export function onBothStores(what: string, contract: (aLive: () => Promise<LiveStores>) => void): void {
  describe(`${what} in memory`, () => contract(async () => liveInMemory()));

  describe(`${what} in Redis`, () => {
    let redis: TestRedis;
    beforeAll(async () => {
      redis = await aRedis();
    });
    afterAll(() => redis.stop());

    contract(() => liveInRedis(redis.client));
  });
}
