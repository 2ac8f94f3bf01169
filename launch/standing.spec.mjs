// Proves that a launch outlives its stores: each that is killed stands again at the same place, until one ends too often.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { eventually } from './fixtures/eventually.mjs';
import { launch } from './fixtures/launched.mjs';

const PATIENCE = 20_000;

let launched;
let urls;
beforeEach(async () => {
  launched = await launch();
  await launched.until('Ctrl-C arrête tout.');
  urls = await launched.askService();
});
afterEach(() => launched.clear());

async function asking(url, question) {
  const redis = new Redis({
    path: url.slice('unix://'.length),
    retryStrategy: null,
    maxRetriesPerRequest: 0,
  });
  redis.on('error', () => {});
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}

async function pidOf(url) {
  const info = await asking(url, (redis) => redis.info('server')).catch(() => '');
  return Number(/process_id:(\d+)/.exec(info)?.[1] ?? 0);
}

/** Gives the number of the process that stands there afterwards. */
async function isKilled(url) {
  const before = await pidOf(url);
  process.kill(before, 'SIGKILL');
  let after = 0;
  await eventually(async () => (after = await pidOf(url)) > 0 && after !== before, PATIENCE);
  return after;
}

it('[LA19] the live store stands again at the same place, and is empty', async () => {
  await asking(urls.live, (redis) => redis.set('a', '1'));
  await isKilled(urls.live);
  expect(await asking(urls.live, (redis) => redis.keys('*'))).toEqual([]);
  await launched.until('La mémoire vive s’était arrêtée');
  expect(await launched.askService()).toEqual(urls);
});

it('[LA19] the kept store stands again with what it held', async () => {
  await asking(urls.kept, (redis) => redis.call('SET', 'post', 'Lyon'));
  await asking(urls.kept, (redis) => redis.call('BGREWRITEAOF'));
  await eventually(async () => {
    const said = await asking(urls.kept, (redis) => redis.info('persistence'));
    return said.includes('aof_rewrite_in_progress:0') && said.includes('aof_rewrite_scheduled:0');
  }, PATIENCE);
  await isKilled(urls.kept);
  expect(await asking(urls.kept, (redis) => redis.get('post'))).toBe('Lyon');
  await launched.until('La mémoire gardée s’était arrêtée');
});

it('[LA19] [LA13] one that ends again and again ends everything', async () => {
  for (let times = 0; times < 5; times += 1) await isKilled(urls.live);
  process.kill(await pidOf(urls.live), 'SIGKILL');
  expect((await launched.ended).code).toBe(1);
  expect(launched.said()).toContain('Une des deux mémoires s’est arrêtée, donc tout s’arrête');
  expect(await launched.traces()).toEqual([]);
});

it('[LA19] a launch that is asked to stop does not stand its stores up again', async () => {
  launched.ask('SIGTERM');
  expect((await launched.ended).code).toBe(0);
  expect(launched.said()).not.toContain('s’était arrêtée');
  expect(await launched.traces()).toEqual([]);
});
