// Keeps two launches from writing into the same kept data. Beside the data stands the address of the store
// that writes it; a store that answers there is its owner, and an address where nobody answers is the trace
// of an old end.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { ping } from './ping.mjs';

const OWNER_FILE = 'written-by';
const BESIDE_FILE = 'lives-beside';

// Longer than the guard lets a store live after its launcher was killed.
const PATIENCE_MS = 3000;
const BETWEEN_TRIES_MS = 100;

/** True if a store still writes there; a store whose launcher was killed is given the time to end. */
export async function hasOwner(dataDir) {
  const path = await readFile(join(dataDir, OWNER_FILE), 'utf8').catch(() => '');
  if (!path) return false;
  const deadline = performance.now() + PATIENCE_MS;
  while ((await ping({ path })) !== 'silent') {
    if (performance.now() > deadline) return true;
    await after(BETWEEN_TRIES_MS);
  }
  return false;
}

export function rememberOwner(dataDir, socket) {
  return writeFile(join(dataDir, OWNER_FILE), socket);
}

/** The live store of the same launch; the kept one's address alone would not lead to it. */
export function rememberBeside(dataDir, socket) {
  return writeFile(join(dataDir, BESIDE_FILE), socket);
}

/** Both stores of the launch that stands on this data, as the api is given them; undefined when none does. */
export async function storesOfOwner(dataDir) {
  const [kept, live] = await Promise.all(
    [OWNER_FILE, BESIDE_FILE].map((file) => readFile(join(dataDir, file), 'utf8').catch(() => '')),
  );
  for (const path of [kept, live]) if (!path || (await ping({ path })) === 'silent') return undefined;
  return { REDIS_LIVE_URL: `unix://${live}`, REDIS_KEPT_URL: `unix://${kept}` };
}
