// Proves which programs are taken for a Redis or a Chromium, and what is said where there is none.
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { findChromium, readChromiumVersion } from './chromium.mjs';
import { placesOf } from './programs.mjs';
import { findRedis, readVersion, whatToInstall } from './redis.mjs';

const PATH = process.env.PATH;
let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'la-'));
});
afterEach(async () => {
  process.env.PATH = PATH;
  await rm(folder, { recursive: true });
});

async function stand(name, words) {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\n${words}\n`);
  await chmod(file, 0o755);
  return file;
}

it('[LA17] the first that is young enough is taken; an old one and one that cannot run are passed over', async () => {
  process.env.PATH = `${folder}:${PATH}`;
  await stand('redis-server', 'echo "Redis server v=6.0.16 sha=0"');
  const valkey = await stand('valkey-server', 'echo "Valkey server v=99.0.0 sha=0"');
  expect((await findRedis()).command).not.toBe(join(folder, 'redis-server'));
  await stand('redis-server', 'exit 1');
  expect((await findRedis()).command).not.toBe(join(folder, 'redis-server'));
  await stand('redis-server', 'echo "Redis server v=7.0.0 sha=0"');
  expect(await findRedis()).toMatchObject({ command: join(folder, 'redis-server'), version: '7.0.0' });
  expect(placesOf(['valkey-server'])).toContain(valkey);
});

it('[LA17] versions of Redis and Valkey are read alike, and anything else is none', () => {
  expect(readVersion('Redis server v=7.0.15 sha=00000000:0 malloc=jemalloc-5.3.0')).toBe('7.0.15');
  expect(readVersion('Valkey server v=8.0.1 sha=0')).toBe('8.0.1');
  expect(readVersion('command not found')).toBeUndefined();
});

it('[LA17] a browser that only sends to another installer is no browser', async () => {
  const stub = await stand('chromium', 'echo "requires the chromium snap to be installed"; exit 1');
  await expect(findChromium({ CHROME_PATH: stub })).rejects.toThrow('CHROME_PATH');
  const real = await stand('chrome', 'echo "Google Chrome 140.0.7300.1 unknown"');
  expect(await findChromium({ CHROME_PATH: real })).toMatchObject({
    executablePath: real,
    version: '140.0.7300.1',
  });
  expect(readChromiumVersion('Chromium 156.0.8078.79 built on Debian')).toBe('156.0.8078.79');
});

it('[LA17] where nothing can be fetched, one sentence says what to install', () => {
  expect(whatToInstall('darwin')).toContain('brew install redis');
  expect(whatToInstall('linux')).toContain('REDIS_LIVE_URL');
});
