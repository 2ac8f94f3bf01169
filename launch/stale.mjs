// Tells what changed since the last time, by content, so that a second start skips all it can skip. A
// fingerprint is of file contents and never of their times: a fresh clone of the same commit has the same
// one.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './project.mjs';

/**
 * One short word for the contents of `files` (missing ones count as such), their names, and whatever else
 * `also` says.
 */
export async function fingerprint(files, also = '') {
  const hash = createHash('sha256').update(also);
  for (const file of [...files].sort()) {
    const content = await readFile(file).catch(() => 'missing');
    hash.update(`\0${relative(ROOT, file)}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 32);
}

/** One short word for what a folder of built files is right now; it changes when anybody builds again. */
export async function traceOf(folders) {
  const hash = createHash('sha256');
  for (const folder of folders) {
    if (!existsSync(folder)) return 'missing';
    for (const file of await filesUnder(folder)) {
      const { mtimeMs, size } = await stat(file);
      hash.update(`\0${file}\0${mtimeMs}\0${size}`);
    }
  }
  return hash.digest('hex').slice(0, 32);
}

/** Every file under `folder` in a stable order, without the folders and files that `unwanted(name)` names. */
export async function filesUnder(folder, unwanted = () => false) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const wanted = entries.filter(({ name }) => !unwanted(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = [];
  for (const entry of wanted) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesUnder(path, unwanted)));
    else found.push(path);
  }
  return found;
}

export async function readStamp(file) {
  return readFile(file, 'utf8').catch(() => '');
}

export async function writeStamp(file, text) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

export async function removeStamp(file) {
  await rm(file, { force: true });
}
