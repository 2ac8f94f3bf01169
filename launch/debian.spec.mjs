// Proves how programs of the distribution are fetched, with an apt and a dpkg of our own that only write down
// and copy.
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { fetchProgram, unpackedEnv } from './debian.mjs';
import { ROOT } from './project.mjs';

const APT_GET = `
for word; do case $word in Dir::Cache::archives=*) archives=\${word#*=};; esac; done
echo "$@" >> "$0.asked"
case "$*" in *install*) touch "$archives/libc6_2.deb" "$archives/one_1.deb" "$archives/two_1.deb";; esac`;
const DPKG_DEB = `
mkdir -p "$3/usr/lib/here" && touch "$3/usr/lib/here/lib$(basename "$2").so.1"`;
const DPKG_DEB_FULL_DISK = `
case $2 in *two_1.deb) echo "No space left on device"; exit 2;; esac`;

const PATH = process.env.PATH;
let folder;
let into;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'la-'));
  into = join(folder, 'fetched');
  process.env.PATH = `${folder}:${PATH}`;
  await stand('apt-get', APT_GET);
  await stand('dpkg-deb', DPKG_DEB);
});
afterEach(async () => {
  process.env.PATH = PATH;
  await rm(folder, { recursive: true });
});

async function stand(name, words) {
  await writeFile(join(folder, name), `#!/bin/sh\n${words}\n`);
  await chmod(join(folder, name), 0o755);
}

it('[LA18] everything that came is unpacked, except a second C library', async () => {
  await fetchProgram('redis-server', into, () => {});
  expect(await readdir(join(into, 'usr', 'lib', 'here'))).toEqual(['libone_1.deb.so.1', 'libtwo_1.deb.so.1']);
});

it('[LA18] apt is asked with lists, archives and locks of our own, and to install nothing', async () => {
  await fetchProgram('redis-server', into, () => {});
  const asked = (await readFile(join(folder, 'apt-get.asked'), 'utf8')).trim().split('\n');
  expect(asked).toHaveLength(2);
  for (const words of asked) {
    expect(words).toContain(`Dir::State::lists=${ROOT}/.cache/`);
    expect(words).toContain(`Dir::Cache::archives=${ROOT}/.cache/`);
    expect(words).toContain('Debug::NoLocking=1');
  }
  expect(asked[1]).toContain('install --yes --download-only --no-install-recommends redis-server');
});

it('[LA18] what could not be unpacked whole is not there at all, and is fetched anew the next time', async () => {
  await stand('dpkg-deb', DPKG_DEB_FULL_DISK);
  const refusal = await fetchProgram('redis-server', into, () => {}).catch((error) => error);
  expect(refusal.message).toContain('two_1.deb');
  expect(refusal.toolOutput).toContain('No space left');
  expect(existsSync(into)).toBe(false);
  await stand('dpkg-deb', DPKG_DEB);
  await fetchProgram('redis-server', into, () => {});
  expect(existsSync(into)).toBe(true);
});

it('[LA18] a program that came so finds each folder of libraries that came with it', async () => {
  const folders = ['lib/multiarch', 'usr/lib/multiarch', 'usr/lib/multiarch/private'].map((each) =>
    join(into, each),
  );
  for (const each of folders) {
    await mkdir(each, { recursive: true });
    await writeFile(join(each, 'libx.so.2'), '');
  }
  await mkdir(join(into, 'usr', 'lib', 'without'));
  expect((await unpackedEnv(into)).LD_LIBRARY_PATH.split(':')).toEqual(folders);
});
