// Proves that what changed is noticed by content, and what did not change is not.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { filesUnder, fingerprint, traceOf } from './stale.mjs';

let folder;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'la-'));
  await mkdir(join(folder, 'src', 'inner'), { recursive: true });
  await writeFile(join(folder, 'src', 'a.ts'), 'one');
  await writeFile(join(folder, 'src', 'inner', 'b.ts'), 'two');
});
afterEach(() => rm(folder, { recursive: true }));

const sources = () => filesUnder(join(folder, 'src'));
const taken = async () => fingerprint(await sources());

it('[LA2] a file that is written again as it was changes nothing', async () => {
  const before = await taken();
  await writeFile(join(folder, 'src', 'a.ts'), 'one');
  await utimes(join(folder, 'src', 'a.ts'), 1, 1);
  expect(await taken()).toBe(before);
});

it('[LA2] other words, another file, a missing file or another name are each noticed', async () => {
  const seen = new Set([await taken()]);
  await writeFile(join(folder, 'src', 'a.ts'), 'three');
  seen.add(await taken());
  await writeFile(join(folder, 'src', 'c.ts'), 'three');
  seen.add(await taken());
  await rm(join(folder, 'src', 'a.ts'));
  seen.add(await taken());
  seen.add(await fingerprint(await sources(), 'linux-arm64'));
  seen.add(await fingerprint([...(await sources()), join(folder, 'nowhere.json')]));
  expect(seen.size).toBe(6);
});

it('[LA2] a built folder that somebody built again, emptied or removed is noticed', async () => {
  const dist = join(folder, 'src');
  const seen = new Set([await traceOf([dist])]);
  await utimes(join(dist, 'a.ts'), 1, 1);
  seen.add(await traceOf([dist]));
  await rm(join(dist, 'inner'), { recursive: true });
  seen.add(await traceOf([dist]));
  await rm(dist, { recursive: true });
  seen.add(await traceOf([dist]));
  expect(seen.size).toBe(4);
});

it('[LA2] what is unwanted is not looked at', async () => {
  const files = await filesUnder(folder, (name) => name === 'inner');
  expect(files).toEqual([join(folder, 'src', 'a.ts')]);
});
