// Reads a whole store as text: every key with everything it holds, as Redis itself would dump it.
import { Redis } from 'ioredis';
import type { StartedStore } from '../../launch/stores.mjs';

export async function everythingIn({ socket }: StartedStore): Promise<string> {
  const redis = new Redis({ path: socket });
  try {
    const keys = await redis.keys('*');
    const dumps = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
    return keys.map((key, index) => `${key}\n${dumps[index]?.toString('utf8') ?? ''}`).join('\n');
  } finally {
    redis.disconnect();
  }
}
