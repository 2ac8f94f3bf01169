// `npm run audit:verify -- --export=<file>` on an installation that runs: every journal in one file, whose seals are followed here by
// what docs/operate.md says of them alone.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as v from 'valibot';
import { aHouse, type House } from '../harness/a-house.js';
import { aVolunteer } from '../harness/people.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
let house: House;
let folder: string;
beforeAll(async () => {
  house = await aHouse();
  folder = await mkdtemp(join(tmpdir(), 'veille-journal-'));
});
afterAll(() => Promise.all([house.end(), rm(folder, { recursive: true })]));

function verifies(...words: string[]): Promise<{ code: number; said: string; summary: string }> {
  const env = {
    ...process.env,
    REDIS_LIVE_URL: house.live.url,
    REDIS_KEPT_URL: house.kept.url,
    NODE_OPTIONS: '',
  };
  return new Promise((resolve) => {
    const run = execFile(
      process.execPath,
      ['launch/audit-verify.mjs', ...words],
      { cwd: root, env },
      (_fault, out, err) =>
        resolve({
          code: run.exitCode ?? -1,
          said: out + err,
          summary: out.trim().split('\n').at(-1) ?? '',
        }),
    );
  });
}

/** Its fields in the order they were written in. */
const sealed = v.pipe(v.string(), v.parseJson(), v.record(v.string(), v.unknown()));
const begins = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ association: v.string(), after: v.object({ number: v.number(), seal: v.string() }) }),
);
const sealOf = (before: string, record: object) =>
  createHash('sha256')
    .update(`${before}\n${JSON.stringify(record)}`)
    .digest('base64url');

it('[AU8] all of it is in the file, each record sealed after the one before it, and that it was taken away', async () => {
  await aVolunteer(house);
  const file = join(folder, 'journal.jsonl');
  const { code, summary } = await verifies(`--export=${file}`);
  const [first, ...lines] = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(code).toBe(0);
  expect(JSON.parse(summary)).toMatchObject({ ok: true, exported: { file, lines: lines.length + 1 } });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const { association, after } = v.parse(begins, first);
  expect(association).toBe('veille');
  const dids: unknown[] = [];
  let before = after.seal;
  for (const line of lines) {
    const { seal, ...record } = v.parse(sealed, line);
    expect(seal).toBe(sealOf(before, record));
    before = String(seal);
    dids.push(record['did']);
  }
  expect(dids).toEqual(expect.arrayContaining(['account-made', 'factor-enrolled', 'invited']));
  expect(dids.at(-1)).toBe('exported');
});

it('[AU8] a file that is there is left as it is, and an unknown word is refused', async () => {
  const file = join(folder, 'twice.jsonl');
  await verifies(`--export=${file}`);
  const was = await readFile(file, 'utf8');
  const again = await verifies(`--export=${file}`);
  expect([again.code, await readFile(file, 'utf8')]).toEqual([1, was]);
  expect(again.said).toContain('Il y a déjà quelque chose');
  expect((await verifies('--exprot')).code).toBe(1);
});
