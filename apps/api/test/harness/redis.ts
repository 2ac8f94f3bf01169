// A real Redis for one suite: private, empty, on a unix socket, gone when it is stopped or when the tests end.
import { once } from 'node:events';
import { startStore } from '../../../../launch/stores.mjs';
import { forMoves, type Redis, reached } from '../../src/platform/redis/client.js';

export type TestRedis = {
  url: string;
  client: Redis;
  stop(): Promise<void>;
  /** Killed outright, with everything that was in it. */
  dies(): Promise<void>;
  /** Another one stands in its place, empty. */
  standsAgain(): Promise<void>;
};

export async function aRedis(): Promise<TestRedis> {
  let store = await startStore();
  const client = await reached(forMoves(store.url));
  return {
    url: store.url,
    client,
    stop: async () => {
      client.disconnect();
      await store.stop();
    },
    dies: async () => {
      const told = /process_id:(\d+)/.exec(await client.info('server'))?.[1];
      process.kill(Number(told), 'SIGKILL');
      await store.ended;
    },
    standsAgain: async () => {
      store = await startStore({ folder: store.folder });
      await reached(client, 20_000);
    },
  };
}

/** As if the store were out, until `client.connect()`. */
export async function outOfReach(client: Redis): Promise<void> {
  const ended = once(client, 'end');
  client.disconnect();
  await ended;
}
