// The first screen of a caller and their whole face, row 18: what their phone loads, compressed as a server sends it.
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WEB } from '../launch/project.mjs';

export const name = 'screen';
const dist = join(WEB, 'dist');

export async function run() {
  const page = await readFile(join(dist, 'caller.html'), 'utf8');
  const first = new Set([...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path));
  const whole = await allFrom(first);
  const html = gzipSync(page).length;
  const kilobytes = async (paths) => ((await sum(paths)) + html) / 1_000;
  return {
    figures: [
      { row: '18', product: [await kilobytes(first)] },
      { row: '18-whole', product: [await kilobytes(whole)] },
    ],
    faults: {},
  };
}

/** What these name, and what that names in turn: a part that is loaded later stands in a script by its name. */
async function allFrom(first) {
  const found = new Set(first);
  for (const path of found) {
    if (!/\.(?:js|css)$/.test(path)) continue;
    const text = await readFile(join(dist, path), 'utf8');
    for (const [name] of text.matchAll(/[\w-]+-[\w-]{8}\.(?:js|css|svg)/g)) {
      const other = `/assets/${name}`;
      if (await isThere(other)) found.add(other);
    }
  }
  return found;
}

const isThere = (path) =>
  stat(join(dist, path)).then(
    () => true,
    () => false,
  );

async function sum(paths) {
  const sizes = await Promise.all(
    [...paths].map(async (path) => gzipSync(await readFile(join(dist, path))).length),
  );
  return sizes.reduce((total, size) => total + size, 0);
}
