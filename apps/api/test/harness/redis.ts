// A real Redis for one suite: private, empty, on a unix socket, gone when it is stopped or when the tests end.
import { startStore } from '../../../../launch/stores.mjs';
import { forMoves, type Redis, reached } from '../../src/platform/redis/client.js';

export type TestRedis = { url: string; client: Redis; stop(): Promise<void> };

export async function aRedis(): Promise<TestRedis> {
  const { url, stop } = await startStore();
  const client = await reached(forMoves(url));
  return {
    url,
    client,
    stop: async () => {
      client.disconnect();
      await stop();
    },
  };
}
