// Running a move: by its words, once, and never late. The store is real; what fails it is a pause, a cut and a forgotten script.
import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../../test/harness/eventually.js';
import { aProxy, type Proxy } from '../../../test/harness/proxy.js';
import { aRedis, type TestRedis } from '../../../test/harness/redis.js';
import { StoreClock } from '../clock/clock.js';
import { forMoves, type Redis, reached } from './client.js';
import { MoveFailed, Moves } from './lua-move.js';
import { storeTime } from './store-time.js';

const text = `
local time = redis.call('TIME')
if time[1] * 1000 + time[2] / 1000 > tonumber(ARGV[1]) then return 'stale' end
return { ARGV[2], redis.call('INCR', KEYS[1]) }`;
const count = {
  keys: ['counter'],
  args: ['notAfter', 'word'],
  says: ['counted', 'stale'],
  text,
  sha: createHash('sha1').update(text).digest('hex'),
} as const;
/** A person waits for it, so it is a promise, in milliseconds. */
const errorWithin = 1_600;

let redis: TestRedis;
let proxy: Proxy;
let far: Redis;
let moves: Moves;

beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis.stop());

beforeEach(async () => {
  await redis.client.flushall();
  proxy = await aProxy(redis.url);
  far = await reached(forMoves(proxy.url));
  const clock = new StoreClock();
  await clock.set(() => storeTime(redis.client));
  moves = new Moves(far, clock);
});
afterEach(async () => {
  far.disconnect();
  await proxy.stop();
});

const counts = (word = 'counted') => moves.run(count, { keys: { counter: 'counter' }, args: { word } });
const counted = async () => Number(await redis.client.get('counter'));

/** Fails soon: before a timer does that is set at the same time, so that a busy machine slows both. */
async function failsSoon(run: Promise<unknown>): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, errorWithin, 'late'));
  const said = run.then(
    () => 'answered',
    () => 'failed',
  );
  expect(await Promise.race([said, late])).toBe('failed');
}

it('answers with its word and the details', async () => {
  expect(await counts()).toEqual({ word: 'counted', details: ['1'] });
  expect(await counts()).toEqual({ word: 'counted', details: ['2'] });
});

it('[MV2] runs once on a store that has forgotten its scripts', async () => {
  await counts();
  await redis.client.script('FLUSH');
  expect(await counts()).toEqual({ word: 'counted', details: ['2'] });
  expect(await counted()).toBe(2);
});

it('a word it does not say is a fault, not an answer', async () => {
  await expect(counts('nonsense')).rejects.toThrow(MoveFailed);
  await expect(counts('stale')).rejects.toThrow(MoveFailed);
});

describe('[MV2] a move whose reply is lost', () => {
  it('[MV2] is an error soon, was run once, and the next one runs', async () => {
    for (let round = 1; round <= 10; round += 1) {
      proxy.loseReplies('cut');
      await failsSoon(counts());
      proxy.heal();
      expect(await eventually(() => counts())).toEqual({ word: 'counted', details: [String(2 * round)] });
    }
    expect(await counted()).toBe(20);
  });

  it('[MV2] is an error soon, and was run once, when the connection just hangs', async () => {
    proxy.loseReplies('withhold');
    await failsSoon(counts());
    expect(await counted()).toBe(1);
  });

  it('[MV2] is an error soon when the store ends the connection', async () => {
    // Longer than any machine takes to get to the next line; it is taken back below.
    await redis.client.client('PAUSE', 60_000, 'WRITE');
    const run = failsSoon(counts());
    await redis.client.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');
    await run;
    await redis.client.client('UNPAUSE');
    expect(await eventually(() => counts())).toMatchObject({ word: 'counted' });
    expect(await counted()).toBeLessThanOrEqual(2);
  });
});

describe('[MV1] a store that is paused', () => {
  const signal = async (name: 'SIGSTOP' | 'SIGCONT', pid: number) => process.kill(pid, name);
  const pidOfStore = async () => Number(/process_id:(\d+)/.exec(await redis.client.info('server'))?.[1]);

  it('[MV1] answers with an error soon, and runs nothing of it when it goes on too late', async () => {
    const pid = await pidOfStore();
    await counts();
    await signal('SIGSTOP', pid);
    const asked = performance.now();
    try {
      await Promise.all([failsSoon(counts()), failsSoon(counts())]);
      await eventually(() => expect(performance.now() - asked).toBeGreaterThan(2_100));
    } finally {
      await signal('SIGCONT', pid);
    }
    expect(await eventually(() => counts())).toEqual({ word: 'counted', details: ['2'] });
    expect(await counted()).toBe(2);
  });

  it('[MV1] and goes on in time, runs what still waits for it', async () => {
    const pid = await pidOfStore();
    await counts();
    await signal('SIGSTOP', pid);
    const run = counts();
    await signal('SIGCONT', pid);
    expect(await run).toEqual({ word: 'counted', details: ['2'] });
  });
});
