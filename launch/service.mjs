// Runs the api process, which serves the three faces, and listens to the one thing it says back: ready, or
// why not.
import { startChild } from './children.mjs';
import { Refusal } from './refusal.mjs';

const PATIENCE_MS = 60_000;

/**
 * What the system's allocator is given back is overwritten at once, small pieces too (glibc; elsewhere this says nothing):
 * headers and addresses pass through such memory, and would stay readable in it for hours.
 */
export const OVERWRITING = { GLIBC_TUNABLES: 'glibc.malloc.perturb=165:glibc.malloc.tcache_count=0' };

/** V8's nursery keeps its size: what it would give back when it shrinks it does not overwrite. */
export const NODE_FLAGS = ['--min-semi-space-size=16', '--max-semi-space-size=16'];

/**
 * Starts `entry` with `env`; returns { url, firstCoordinatorLink, ended, stop } once it listens, refuses
 * otherwise.
 */
export async function startService({ entry, env }) {
  const child = startChild(process.execPath, [...NODE_FLAGS, entry], {
    env: { ...OVERWRITING, ...env },
    ipc: true,
    shown: true,
  });
  const word = await firstWord(child);
  if (word.ready) return { ...word, ended: child.ended, stop: child.stop };
  await child.stop();
  throw new Refusal(word.failed ?? 'Le service s’est arrêté avant d’être prêt.');
}

/** What a child says first over its channel: { ready, … } or { failed }; {} when it ended without a word. */
export function firstWord(child) {
  return new Promise((resolve) => {
    const late = () =>
      resolve({ failed: 'Le service n’a pas répondu en une minute : relancez la même commande.' });
    const timer = setTimeout(late, PATIENCE_MS);
    child.process.on('message', (word) => {
      if (word.ready || word.failed) resolve(word);
    });
    child.ended.then(() => resolve({}));
    child.ended.finally(() => clearTimeout(timer));
  });
}
