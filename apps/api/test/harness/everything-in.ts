// Everything a Redis holds, names and values, as one text: to look for what must not be there.
import type { Redis } from '../../src/platform/redis/client.js';

export async function everythingIn(redis: Redis): Promise<string> {
  const read: Record<string, (key: string) => Promise<unknown>> = {
    string: (key) => redis.get(key),
    hash: (key) => redis.hgetall(key),
    // A set has no order, and says its members in another while it grows.
    set: async (key) => (await redis.smembers(key)).sort(),
    zset: (key) => redis.zrange(key, '0', '-1'),
    list: (key) => redis.lrange(key, 0, -1),
    stream: (key) => redis.xrange(key, '-', '+'),
    // It ended between the listing and the reading.
    none: async () => undefined,
  };
  const keys = await redis.keys('*');
  const held = await Promise.all(
    keys.map(async (key) => {
      const kind = await redis.type(key);
      const reading = read[kind];
      if (!reading) throw new Error(`nobody knows how to read a ${kind}`);
      return [key, await reading(key)];
    }),
  );
  return JSON.stringify(held);
}
