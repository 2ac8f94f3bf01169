// The live store of a house dies with everything in it, and another one stands in its place, empty.
import { Redis } from 'ioredis';
import { startStore, type StartedStore } from '../../launch/stores.mjs';

/** Killed outright. */
export async function dies({ socket, ended }: StartedStore): Promise<void> {
  const redis = new Redis({ path: socket, retryStrategy: () => null });
  const told = /process_id:(\d+)/.exec(await redis.info('server'))?.[1];
  redis.on('error', () => undefined);
  process.kill(Number(told), 'SIGKILL');
  await ended;
  redis.disconnect();
}

export const standsAgain = ({ folder }: StartedStore): Promise<StartedStore> => startStore({ folder });

/** How many callers of a line hold a lease at this moment. */
export async function leasesOn({ socket }: StartedStore, line: string): Promise<number> {
  const redis = new Redis({ path: socket });
  try {
    const [seconds] = await redis.time();
    return await redis.zcount(`{${line}}:callers-seen`, `${seconds}000`, '+inf');
  } finally {
    redis.disconnect();
  }
}
