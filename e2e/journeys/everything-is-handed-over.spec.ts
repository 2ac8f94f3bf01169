// `npm run handover` on an installation that runs: it passes as things are, and fails as soon as anything is there that
// no row explains.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { aHouse, type House } from '../harness/a-house.js';
import { accepts, aCaller, aFreeVolunteer, reads, says } from '../harness/people.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const words = 'la nuit ne finit pas';

let house: House;
let into: string;
beforeAll(async () => {
  house = await aHouse();
  into = await mkdtemp(join(tmpdir(), 'veille-handover-'));
});
afterAll(() => Promise.all([house.end(), rm(into, { recursive: true })]));

type Handed = { code: number; summary: string; page: string };

/** `--sample` is of an installation of its own. */
function handsOver(sample?: '--sample'): Promise<Handed> {
  const env = {
    ...process.env,
    REDIS_LIVE_URL: house.live.url,
    REDIS_KEPT_URL: house.kept.url,
    NODE_OPTIONS: '',
  };
  return new Promise((resolve, reject) => {
    const run = execFile(
      process.execPath,
      ['launch/handover.mjs', `--into=${into}`, ...(sample ? [sample] : [])],
      { cwd: root, env },
      (_fault, said) => {
        const read = readFile(join(into, sample ? 'handover-sample.md' : 'handover.md'), 'utf8');
        const summary = said.trim().split('\n').at(-1) ?? '';
        read.then((page) => resolve({ code: run.exitCode ?? -1, summary, page }), reject);
      },
    );
  });
}

it('[PV6] [PV7] everything is explained in the middle of a conversation, and what is not explained is refused', async () => {
  const { page: caller } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(caller, words);
  await reads(volunteer, words);

  const clean = await handsOver();
  expect(JSON.parse(clean.summary)).toMatchObject({ command: 'handover', ok: true, faults: [] });
  expect(clean.code).toBe(0);
  expect(clean.page).toContain('### conversation');
  expect(clean.page).not.toContain(words);

  const live = new Redis({ path: house.live.socket });
  await live.hset('{principale}:journal', 'said', words);
  await live.quit();
  const faulty = await handsOver();
  expect(faulty.code).toBe(1);
  expect(JSON.parse(faulty.summary)).toMatchObject({
    ok: false,
    faults: [{ why: 'no-row' }, { why: 'looks-like-content' }],
  });
});

/** Sections and their sentences: not what is drawn anew each time, nor the words of docs/kept.md, which that page has. */
const told = (page: string) =>
  page
    .replaceAll(/```\n.*?\n```/gs, '')
    .split('\n')
    .filter((line) => line !== '' && !/^(?:\d+ entrées\.$|_Holds_)/.test(line));

it('[PV6] the sample that is published says what a fresh one says, section by section', async () => {
  const fresh = await handsOver('--sample');
  expect(fresh.code).toBe(0);
  const published = await readFile(join(root, 'docs', 'handover-sample.md'), 'utf8');
  // `npm run handover -- --sample` writes it anew.
  expect(told(published)).toEqual(told(fresh.page));
});
