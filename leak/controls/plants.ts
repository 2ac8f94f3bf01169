// A control where nothing of the service could be made careless enough: every kind of mark is put there by hand, plainly.
import { appendFileSync, mkdirSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Queue } from 'bullmq';
import type { SearchedHouse } from '../house.js';
import type { Mark } from '../marks.js';
import { clientOf } from '../surfaces/client.js';

const data = fileURLToPath(new URL('../../data/', import.meta.url));

const written = ({ is }: Mark): string =>
  typeof is === 'string' ? is : Buffer.from(is).toString('base64url');

/** Returns what takes the one file outside the house away again. */
export async function plant(house: SearchedHouse, queue: Queue, marks: readonly Mark[]): Promise<() => void> {
  const words = marks.map(written);
  for (const { redis, socket } of house.stores) {
    await redis.hset('planted', Object.fromEntries(words.map((word, at) => [`field-${at}`, word])));
    for (const word of words) await redis.publish('planted', word);
    // A store cuts a long entry of its slow log: each word is one.
    for (const word of words) await redis.set('planted-alone', word);
    await named({ socket }, words);
    writeFileSync(join(dirname(socket), 'planted.txt'), words.join('\n'));
  }
  await queue.add('planted', { words }, { delay: 3_600_000 });
  for (const part of ['logs', 'temp'])
    appendFileSync(join(house.folder, part, 'planted.txt'), words.join('\n'));
  return plantData(words);
}

/** Clients that call themselves by these words, as long as the house stands. */
async function named(store: { readonly socket: string }, words: readonly string[]): Promise<void> {
  for (const word of words) await clientOf(store).client('SETNAME', encodeURIComponent(word));
}

function plantData(words: readonly string[]): () => void {
  const made = mkdirSync(data, { recursive: true });
  const file = join(data, `planted-${process.pid}.txt`);
  writeFileSync(file, words.join('\n'));
  return () => {
    rmSync(file, { force: true });
    if (made !== undefined) rmdirSync(data);
  };
}
