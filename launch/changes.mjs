// Notices that built files became others, once their compilers have stopped writing: many files are one
// thought, and files that are written again as they were are none.
import { watch } from 'node:fs';
import { filesUnder, fingerprint } from './stale.mjs';

const QUIET_MS = 200;

/**
 * Calls `act` after each burst of writing under `folders` that changed a content, and never twice at once.
 */
export async function onChange(folders, act) {
  let known = await contentOf(folders);
  let acting = Promise.resolve();
  let quiet;
  const look = async () => {
    const now = await contentOf(folders);
    if (now === known) return;
    known = now;
    await act();
  };
  const wait = () => {
    clearTimeout(quiet);
    quiet = setTimeout(() => (acting = acting.then(look)), QUIET_MS);
  };
  const watchers = folders.map((folder) => watch(folder, { recursive: true }, wait));
  return function stop() {
    clearTimeout(quiet);
    for (const watcher of watchers) watcher.close();
  };
}

async function contentOf(folders) {
  const files = await Promise.all(folders.map((folder) => filesUnder(folder)));
  return fingerprint(files.flat());
}
