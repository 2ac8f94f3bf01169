// A whole store, entry by entry, decoded: for whoever must be shown everything that is there, and for whoever looks for
// what must not be.
import type { Redis } from './client.js';

/** `left`: milliseconds until it ends by itself, or `undefined` when it does not. */
export type StoredEntry = {
  readonly key: string;
  readonly kind: string;
  readonly left: number | undefined;
  readonly holds: unknown;
};

const WALKED_AT_ONCE = 500;

const readings: Readonly<Record<string, (redis: Redis, key: string) => Promise<unknown>>> = {
  string: (redis, key) => redis.get(key),
  hash: (redis, key) => redis.hgetall(key),
  set: async (redis, key) => (await redis.smembers(key)).sort(),
  zset: async (redis, key) => pairs(await redis.zrange(key, '0', '-1', 'WITHSCORES')),
  list: (redis, key) => redis.lrange(key, 0, -1),
  stream: async (redis, key) =>
    (await redis.xrange(key, '-', '+')).map(([id, fields]) => ({ id, ...pairs(fields) })),
};

const pairs = (flat: string[]): Record<string, string> =>
  Object.fromEntries(flat.flatMap((name, at) => (at % 2 === 0 ? [[name, flat[at + 1] ?? '']] : [])));

/** In the order of their names; what ends while it is walked may be missing. @throws on a kind nobody can read */
export async function wholeStore(redis: Redis): Promise<StoredEntry[]> {
  const keys = new Set<string>();
  let cursor = '0';
  do {
    const [next, found] = await redis.scan(cursor, 'COUNT', WALKED_AT_ONCE);
    for (const key of found) keys.add(key);
    cursor = next;
  } while (cursor !== '0');
  const entries = await Promise.all([...keys].sort().map((key) => entryAt(redis, key)));
  return entries.filter((entry) => entry !== undefined);
}

async function entryAt(redis: Redis, key: string): Promise<StoredEntry | undefined> {
  const kind = await redis.type(key);
  if (kind === 'none') return undefined;
  const read = readings[kind];
  if (!read) throw new Error('a store holds a kind of value that nobody can read');
  const [left, holds] = await Promise.all([redis.pttl(key), read(redis, key)]);
  return left === -2 ? undefined : { key, kind, left: left < 0 ? undefined : left, holds };
}
