// Every move of the live side, whatever it is about, refuses first when it comes too late, and has then touched nothing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aRedis, type TestRedis } from './harness/redis.js';

const sources = join(import.meta.dirname, '..', 'src');
const listed = (lua: string, label: string) =>
  (new RegExp(`^-- ${label} +(.*)$`, 'm').exec(lua)?.[1] ?? '').split(', ');
const moves = readdirSync(sources, { encoding: 'utf8', recursive: true })
  .filter((path) => path.endsWith('.lua'))
  .map((path) => ({ path, lua: readFileSync(join(sources, path), 'utf8') }))
  .filter(({ lua }) => listed(lua, 'ARGV').includes('notAfter'));

describe('every move', () => {
  let redis: TestRedis;
  beforeAll(async () => {
    redis = await aRedis();
  });
  afterAll(() => redis.stop());
  beforeEach(() => redis.client.flushall());

  it('[MV1] is among these', () => {
    expect(moves.length).toBeGreaterThan(15);
  });

  it.each(moves)('[MV1] $path changes nothing when it comes too late', async ({ lua }) => {
    const keys = listed(lua, 'KEYS').map((key) => `{line}:${key}`);
    const args = listed(lua, 'ARGV').map((name) => (name === 'notAfter' ? '1' : '7'));
    expect(await redis.client.eval(lua, keys.length, ...keys, ...args)).toBe('stale');
    expect(await redis.client.dbsize()).toBe(0);
  });
});
