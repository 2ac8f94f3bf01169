// Proves that a remembered verdict is never more than what was really seen.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { standing } from './verdict.mjs';

let folder;
let looks;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verdict-'));
  looks = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const look = (state, answer = { ok: true, output: '' }) =>
  standing({ stamp: join(folder, 'lint'), state: async () => state() }, async () => {
    looks += 1;
    return answer;
  })();

it('[CK11] the same texts are not judged twice', async () => {
  expect(await look(() => 'a')).toMatchObject({ ok: true });
  expect(await look(() => 'a')).toMatchObject({ ok: true, note: 'as before' });
  expect(looks).toBe(1);
});

it('[CK11] changed texts are judged again, and so are the old ones after them', async () => {
  for (const text of ['a', 'b', 'a']) await look(() => text);
  expect(looks).toBe(3);
});

it('[CK11] a bad verdict is never remembered', async () => {
  const bad = { ok: false, output: 'wrong' };
  await look(() => 'a', bad);
  expect(await look(() => 'a', bad)).toEqual(bad);
});

it('[CK11] a verdict on texts that changed meanwhile is not remembered', async () => {
  let text = 0;
  await look(() => String((text += 1)));
  await look(() => '1');
  expect(looks).toBe(2);
});
