// The first screen of a caller and their whole face, row 18: what their phone loads, compressed as a server sends it.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WEB } from '../launch/project.mjs';

export const name = 'screen';
const dist = join(WEB, 'dist');

export async function run() {
  const page = await readFile(join(dist, 'caller.html'), 'utf8');
  const first = new Set([...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path));
  const ready = await allFrom(await andInside(first), atOnce);
  const whole = await allFrom(first, byName);
  const html = gzipSync(page).length;
  const kilobytes = async (paths) => ((await sum(paths)) + html) / 1_000;
  return {
    figures: [
      { row: '18', product: [await kilobytes(first)] },
      { row: '18-ready', product: [await kilobytes(ready)] },
      { row: '18-whole', product: [await kilobytes(whole)] },
    ],
    faults: {},
  };
}

/** The piece behind the first screen: with it, its button can be pressed. */
async function andInside(first) {
  const names = await readdir(join(dist, 'assets'));
  return new Set([
    ...first,
    ...names.filter((name) => name.startsWith('inside-')).map((name) => `/assets/${name}`),
  ]);
}

/** What a script cannot begin without; a part that is loaded later stands in it by its name only. */
const atOnce = /(?<=(?:from|import)\s*"\.\/)[\w-]+\.js(?=")/g;
const byName = /[\w-]+-[\w-]{8}\.(?:js|css|svg)/g;

/** What these name, and what that names in turn. */
async function allFrom(first, names) {
  const found = new Set(first);
  for (const path of found) {
    if (!/\.(?:js|css)$/.test(path)) continue;
    const text = await readFile(join(dist, path), 'utf8');
    for (const [name] of text.matchAll(names)) {
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
