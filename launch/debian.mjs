// Fetches a program of the distribution (Debian, Ubuntu and their children) into a folder of the project,
// without root and without touching the system. apt itself chooses, downloads and verifies what the machine
// lacks; only its lists and archives stand in the project, and what it downloads is unpacked instead of
// installed.
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runChild } from './children.mjs';
import { placesOf, widePath } from './programs.mjs';
import { CACHE } from './project.mjs';

const APT = join(CACHE, 'apt');
const LISTS = join(APT, 'lists');
const ARCHIVES = join(APT, 'archives');

// Unpacked beside the system's own, a second C library would break every program that is started with it.
const NEVER_UNPACKED = /^(libc6|libc-bin|libgcc-s1|gcc-\d+-base)_/;

export function isDebianLike() {
  return placesOf(['apt-get']).length > 0 && placesOf(['dpkg-deb']).length > 0;
}

/** Unpacks `program` and all it needs under `into`, which holds either everything or nothing at the end. */
export async function fetchProgram(program, into, note) {
  await download(program, note);
  note('mise en place');
  const unfinished = `${into}.partial`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const archives = (await readdir(ARCHIVES)).filter(
    (file) => file.endsWith('.deb') && !NEVER_UNPACKED.test(file),
  );
  for (const archive of archives) {
    await runChild('dpkg-deb', ['-x', join(ARCHIVES, archive), unfinished], {
      env: { PATH: widePath() },
      sentence: `Le paquet ${archive} n’a pas pu être déplié : libérez de la place sur le disque, puis relancez.`,
    });
  }
  await rm(into, { recursive: true, force: true });
  await rename(unfinished, into);
  await rm(APT, { recursive: true, force: true });
}

async function download(program, note) {
  await rm(APT, { recursive: true, force: true });
  for (const folder of [LISTS, ARCHIVES]) await mkdir(join(folder, 'partial'), { recursive: true });
  note('lecture des listes de la distribution');
  // One unreachable third-party list must not stop us: what counts is whether the program can be had
  // afterwards.
  await apt('update').catch(() => {});
  note(`téléchargement de ${program}`);
  await apt('install', '--yes', '--download-only', '--no-install-recommends', program);
}

function apt(...args) {
  const ours = [
    `Dir::State::lists=${LISTS}`,
    `Dir::Cache=${APT}`,
    `Dir::Cache::archives=${ARCHIVES}`,
    'Debug::NoLocking=1', // the system's own locks belong to root; our folders are ours alone
    'APT::Sandbox::User=', // as root apt would hand the download to a user who cannot enter the project
    'Acquire::Languages=none',
    'Acquire::http::Timeout=20',
    'Acquire::https::Timeout=20',
  ];
  return runChild('apt-get', ['-q', ...ours.flatMap((option) => ['-o', option]), ...args], {
    env: { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive', PATH: widePath() },
    sentence: 'La distribution ne donne pas ce programme : voyez ci-dessus ce qu’en dit apt-get.',
  });
}

/** The environment in which a program unpacked under `root` finds the libraries that came with it. */
export async function unpackedEnv(root) {
  const folders = [];
  for (const top of ['lib', 'usr/lib']) await collectLibraryFolders(join(root, top), folders);
  return { LD_LIBRARY_PATH: folders.join(':') };
}

async function collectLibraryFolders(folder, found) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  if (entries.some(({ name }) => /^lib.*\.so(\.|$)/.test(name))) found.push(folder);
  for (const entry of entries) {
    if (entry.isDirectory()) await collectLibraryFolders(join(folder, entry.name), found);
  }
}
