// Keeps two launches from writing into the same kept data. Beside the data stands the address of the store
// that writes it; a store that answers there is its owner, and an address where nobody answers is the trace
// of an old end.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { ping } from './ping.mjs';

const OWNER_FILE = 'written-by';

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
