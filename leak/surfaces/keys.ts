// Every key of a store with all it holds, as the bytes the store would answer: no dump, whose compression would hide a word.
import type { Redis } from 'ioredis';
import type { Store } from '../house.js';
import type { Piece, Surface } from './surface.js';

export const keysOf = (stores: readonly Store[]): Surface => ({
  name: 'keys',
  decoded: true,
  async *pieces() {
    for (const store of stores) yield* keysIn(store);
  },
});

async function* keysIn({ name, redis }: Store): AsyncGenerator<Piece> {
  let cursor = '0';
  do {
    const [next, keys] = await redis.scanBuffer(cursor, 'COUNT', 500);
    for (const key of keys) yield await held(name, redis, key);
    cursor = next.toString();
  } while (cursor !== '0');
}

async function held(store: string, redis: Redis, key: Buffer): Promise<Piece> {
  const type = await redis.type(key);
  if (type === 'none') return { where: `${store}, gone`, bytes: key };
  const read = readers[type];
  if (!read) throw new Error(`a key of a type nobody reads: ${type}`);
  const [command, ...more] = read;
  const value = await redis.callBuffer(command, key, ...more);
  return { where: `${store} ${key.toString('latin1')}`, bytes: Buffer.concat([key, ...flat(value)]) };
}

const readers: Record<string, [string, ...string[]]> = {
  string: ['GET'],
  hash: ['HGETALL'],
  list: ['LRANGE', '0', '-1'],
  set: ['SMEMBERS'],
  zset: ['ZRANGE', '0', '-1', 'WITHSCORES'],
  stream: ['XRANGE', '-', '+'],
};

const gap = Buffer.from('\n');

/** Whatever shape an answer has, its bytes in their order, each apart from the next. */
export function flat(answer: unknown): Buffer[] {
  if (Buffer.isBuffer(answer)) return [gap, answer];
  if (Array.isArray(answer)) return answer.flatMap(flat);
  if (answer instanceof Map) return [...answer].flatMap(flat);
  if (typeof answer === 'object' && answer !== null) return Object.entries(answer).flatMap(flat);
  return [gap, Buffer.from(String(answer))];
}
