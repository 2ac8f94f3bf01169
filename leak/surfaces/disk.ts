// Everything the service and its stores could have written: each store is made to write all it has, uncompressed, and then
// every file is read, with those its processes hold open and what the machine's own journal says of this hour.
import { existsSync, readdirSync, readlinkSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Redis } from 'ioredis';
import { foldersOf, type SearchedHouse } from '../house.js';
import { readFile } from './read-file.js';
import type { Surface } from './surface.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Danger: compressed, a word would be there and not be found. */
export async function writeAllDown({ stores }: SearchedHouse): Promise<void> {
  for (const { redis } of stores) {
    for (const [setting, value] of [
      ['rdbcompression', 'no'],
      ['aof-use-rdb-preamble', 'no'],
      ['appendonly', 'yes'],
    ] as const)
      await redis.config('SET', setting, value);
    await idle(redis);
    await redis.save();
    await redis.bgrewriteaof();
    await idle(redis);
  }
}

async function idle(redis: Redis): Promise<void> {
  for (;;) {
    const busy = /(?:rdb_bgsave_in_progress|aof_rewrite_in_progress|aof_rewrite_scheduled):1/.test(
      await redis.info('persistence'),
    );
    if (!busy) return;
    await new Promise((resume) => setTimeout(resume, 20));
  }
}

/** `overlap`: how much of each piece is read again with the next one. */
export function filesOf(house: SearchedHouse, overlap: number, since: number): Surface[] {
  const logs = join(house.folder, 'logs');
  const temp = ['temp', 'work'].map((part) => join(house.folder, part));
  const within = (folders: readonly string[]) => (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`));
  const stores = [join(house.folder, 'kept'), ...house.stores.map(({ socket }) => dirname(socket))];
  const files = (name: string, paths: () => string[]): Surface => ({
    name,
    decoded: false,
    async *pieces() {
      for (const path of new Set(paths())) yield* readFile(path, overlap);
    },
  });
  const mine = () => foldersOf(house).flatMap(filesUnder);
  return [
    files('store files', () => mine().filter(within(stores))),
    files('printed', () => [...mine().filter(within([logs])), ...journal(since)]),
    files('temp files', () => [...mine().filter(within(temp)), ...held(house)]),
    files('project data', () => filesUnder(join(root, 'data'))),
  ];
}

/** Regular files the nodes and stores hold open for writing, wherever these stand. */
const held = ({ nodes, stores }: SearchedHouse): string[] =>
  [...nodes, ...stores].flatMap(({ pid }) => {
    const folder = `/proc/${pid}/fd`;
    if (!existsSync(folder)) return [];
    return readdirSync(folder).flatMap((one) => {
      const path = readlinkIfAny(join(folder, one));
      return path.startsWith('/') && !path.startsWith('/dev/') && isFile(path) ? [path] : [];
    });
  });

const journal = (since: number): string[] =>
  filesUnder('/var/log').filter((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= since);

export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return readable(() => filesUnder(path));
    return entry.isFile() ? [path] : [];
  });
}

const readable = (list: () => string[]): string[] => {
  try {
    return list();
  } catch {
    return []; // a folder of another user's: nothing of ours can have been written there
  }
};
const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
function readlinkIfAny(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ''; // closed in between
  }
}
