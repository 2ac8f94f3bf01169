// Proves the two stores on real Redis: what each writes, who can reach them, and that they leave nothing
// behind.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { eventually } from './fixtures/eventually.mjs';
import { groupLives } from './fixtures/processes.mjs';
import { startStore, startStores } from './stores.mjs';

let dataDir;
let opened;
beforeEach(async () => {
  dataDir = join(await mkdtemp(join(tmpdir(), 'la-')), 'kept');
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((each) => each.stop()));
  await rm(dirname(dataDir), { recursive: true });
});

async function open(options) {
  const store = await startStore(options);
  opened.push(store);
  return store;
}

async function asking(store, question) {
  const redis = new Redis(store.socket);
  try {
    return await question(redis);
  } finally {
    redis.disconnect();
  }
}

const settingsOf = (store) => asking(store, (redis) => redis.config('GET', '*').then(asObject));
const asObject = (reply) =>
  Array.isArray(reply)
    ? Object.fromEntries(reply.map((name, i) => [name, reply[i + 1]]).filter((_, i) => i % 2 === 0))
    : reply;

it('[LA3] the live store is told to write nothing, to refuse rather than forget, and to be punctual', async () => {
  const settings = await settingsOf(await open());
  expect(settings).toMatchObject({ save: '', appendonly: 'no', 'maxmemory-policy': 'noeviction', hz: '100' });
  expect(settings).toMatchObject({ 'slowlog-log-slower-than': '-1', 'crash-log-enabled': 'no' });
});

it('[LA3] the live store leaves nothing on a disk while it runs, even when it is told something and ends', async () => {
  const live = await open();
  await asking(live, (redis) => redis.set('said', 'in confidence'));
  expect(await readdir(dirname(live.socket))).toEqual(['redis.sock']);
  await live.stop();
  expect(existsSync(dirname(live.socket))).toBe(false);
});

it('[LA4] the kept store writes every second and remembers after it was stopped', async () => {
  const kept = await open({ dataDir });
  expect(await settingsOf(kept)).toMatchObject({
    appendonly: 'yes',
    appendfsync: 'everysec',
    'maxmemory-policy': 'noeviction',
  });
  await asking(kept, (redis) => redis.set('post', 'Lyon'));
  await kept.stop();
  const again = await open({ dataDir });
  expect(await asking(again, (redis) => redis.get('post'))).toBe('Lyon');
});

it('[LA5] a store listens on no port, and its folder and socket are this user’s alone', async () => {
  const live = await open();
  expect(await settingsOf(live)).toMatchObject({ port: '0' });
  expect(statSync(dirname(live.socket)).mode & 0o777).toBe(0o700);
  expect(statSync(live.socket).mode & 0o777).toBe(0o700);
  expect(live.url).toBe(`unix://${live.socket}`);
});

it('[LA6] a store that is stopped leaves no process, no guard and no socket file', async () => {
  const stores = await startStores({ dataDir });
  await stores.stop();
  for (const { pid, socket } of [stores.live, stores.kept]) {
    await eventually(() => !groupLives(pid));
    expect(existsSync(dirname(socket))).toBe(false);
  }
});

it('[LA6] a launcher that ends just when it starts a store leaves no folder of it', async () => {
  const script = fileURLToPath(new URL('./fixtures/end-while-starting.mjs', import.meta.url));
  const env = { ...process.env, TMPDIR: dirname(dataDir) };
  expect(spawnSync(process.execPath, [script], { env }).status).toBe(0);
  expect(await readdir(dirname(dataDir))).toEqual([]);
});

it('[LA8] a second store is refused the data that a first one writes, and gets it once that one has ended', async () => {
  const first = await open({ dataDir });
  await expect(startStore({ dataDir })).rejects.toThrow('Veille tourne déjà depuis ce dossier');
  await first.stop();
  await open({ dataDir });
});
