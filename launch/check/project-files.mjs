// What the check looks at: the project's own files, by path from the root; nothing built, fetched or wrong on purpose.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const passedBy = new Set(['node_modules', 'dist', 'data', 'coverage', 'fixtures']);
export const homes = ['apps', 'libs', 'launch', 'e2e', 'leak', 'bench', 'faults'];

function* walk(root, folder) {
  for (const entry of entriesOf(join(root, folder))) {
    const path = `${folder}/${entry.name}`;
    if (entry.name.startsWith('.') || passedBy.has(entry.name)) continue;
    if (entry.isDirectory()) yield* walk(root, path);
    else if (entry.isFile()) yield path;
  }
}

function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (fault) {
    if (fault.code === 'ENOENT') return []; // a home that is not built yet is an empty one; each step says what it misses
    throw fault;
  }
}

/** Every path of the project, sorted, with forward slashes. */
export function projectFiles(root) {
  return homes.flatMap((home) => [...walk(root, home)]).sort();
}

/** The settings at the root, which decide every verdict besides the texts that are judged. */
export function settingsFiles(root) {
  return entriesOf(root)
    .filter((entry) => entry.isFile() && /\.(?:mjs|json)$/.test(entry.name))
    .map((entry) => entry.name);
}

/** The texts of some paths, as [path, text] pairs. */
export function textsOf(root, paths) {
  return paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]);
}

/** The folders directly below one folder. */
export function foldersIn(root, folder) {
  return entriesOf(join(root, folder))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** One text, or '' where there is no such file: the step that reads it says what is missing. */
export function textOrNothing(root, path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch (fault) {
    if (fault.code === 'ENOENT') return '';
    throw fault;
  }
}
