// Installs the npm packages when they are missing or older than what the project asks for, and does nothing
// otherwise. The stamp lives inside node_modules, so that whoever removes the folder removes the stamp with
// it.
import { join } from 'node:path';
import { runChild } from './children.mjs';
import { ROOT, WORKSPACES } from './project.mjs';
import { fingerprint, readStamp, removeStamp, writeStamp } from './stale.mjs';

const STAMP = join(ROOT, 'node_modules', '.veille-packages');
const ASKED_FOR = [
  'package.json',
  'package-lock.json',
  ...WORKSPACES.map((folder) => join(folder, 'package.json')),
];

export async function installPackages(note) {
  if ((await readStamp(STAMP)) === (await whatIsAskedFor())) return 'à jour';
  note('installation, une minute environ la première fois');
  await removeStamp(STAMP);
  // Never `npm ci`: it refuses a lock that lacks other platforms' binaries (docs/decisions). `--include=dev`:
  // the builders are dev packages, and are needed even where NODE_ENV=production is set.
  await runChild(...npm('install', '--no-audit', '--no-fund', '--include=dev'), {
    cwd: ROOT,
    sentence:
      'npm n’a pas pu installer les paquets : voyez ci-dessus ce qu’il en dit, puis relancez la même commande.',
  });
  await writeStamp(STAMP, await whatIsAskedFor());
  return 'installés';
}

/** The npm that runs us, or the one on PATH, as a command and its arguments. */
export function npm(...args) {
  const own = process.env.npm_execpath ?? '';
  return own.endsWith('npm-cli.js') ? [process.execPath, [own, ...args]] : ['npm', args];
}

function whatIsAskedFor() {
  const files = ASKED_FOR.map((file) => join(ROOT, file));
  return fingerprint(files, `${process.platform}-${process.arch}`);
}
