// Some of the breaks of the moves that race most: that the suites find them, and that `npm run prove:mutants` says so.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const command = join(import.meta.dirname, 'prove-mutants.mjs');
/** Those that race most. */
const moves = 'offer/accept,offer/decline,offer/expire,offer/withdraw,line/,presence/renew';
const patience = 600_000;

it(
  '[MV1, I8] every one of fifty breaks of the moves is found by a suite',
  async () => {
    const options = { timeout: patience, env: { ...process.env, NODE_OPTIONS: '' } };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [command, '--only', moves, '--some', '50'],
      options,
    );
    const said: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
    expect(said).toMatchObject({ ok: true, survived: 0 });
  },
  patience,
);
