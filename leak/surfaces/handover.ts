// What a court could be given of this house: the files of `npm run handover`, as the command itself writes them, and what it
// prints while it does.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SearchedHouse } from '../house.js';
import type { Surface } from './surface.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = ['handover.md', 'handover.json'] as const;

/** Every look asks for a handover of that moment. One that found something to object to is written all the same. */
export const handoverOf = (house: SearchedHouse): Surface => ({
  name: 'handover',
  decoded: true,
  async *pieces() {
    const folder = mkdtempSync(join(house.folder, 'handed-over-'));
    yield { where: 'what it printed', bytes: Buffer.from(await handOver(house, folder)) };
    for (const file of files) yield { where: file, bytes: readFileSync(join(folder, file)) };
  },
});

function handOver({ live, kept }: SearchedHouse, folder: string): Promise<string> {
  const env = {
    ...process.env,
    REDIS_LIVE_URL: live.url,
    REDIS_KEPT_URL: kept.url,
    NODE_OPTIONS: '',
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['launch/handover.mjs', `--into=${folder}`],
      { cwd: root, env },
      (_fault, out, err) => resolve(`${out}${err}`),
    );
  });
}
