// The store's own time, which every node shares.
import type { Redis } from './client.js';

/** Milliseconds since the epoch, by `TIME`. */
export async function storeTime(redis: Redis): Promise<number> {
  const [seconds, microseconds] = await redis.time();
  return Number(seconds) * 1_000 + Math.floor(Number(microseconds) / 1_000);
}
