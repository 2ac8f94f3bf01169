// What is measured runs as it does for real callers: real node processes on ports, over private real stores, pinned to the
// servers' core, ended by the launcher with everything else.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startChild } from '../../launch/children.mjs';
import { API_ENTRY } from '../../launch/project.mjs';
import { firstWord, NODE_FLAGS, OVERWRITING } from '../../launch/service.mjs';
import { startStore } from '../../launch/stores.mjs';
import { aFreePort } from '../../e2e/harness/free-port.ts';
import { pinServer } from './machine.mjs';
import { emptied, storesWithWords } from './stores.mjs';

/** A profile is written down at the end, and a long one takes its time. */
const PROFILE_WITHIN = 30_000;
const isProfiling = (flag) => flag.startsWith('--cpu-prof') || flag.startsWith('--heap-prof');

/** A process that says over its channel when it is ready, and where: { url, pid, stop, … }. */
async function startServer(entry, { env, flags = [] }) {
  const began = performance.now();
  const child = startChild(process.execPath, [...flags, entry], { env, ipc: true });
  const word = await firstWord(child);
  const took = performance.now() - began;
  if (!word.ready) throw new Error(`a server did not open: ${word.failed ?? child.said()}`);
  pinServer(child.pid);
  const stop = () => child.stop(flags.some(isProfiling) ? PROFILE_WITHIN : undefined);
  return { ...word, took, pid: child.pid, process: child.process, ended: child.ended, stop };
}

/** One of `bench/baseline`. */
export const startBaseline = (name, flags = []) =>
  startServer(fileURLToPath(new URL(`../baseline/${name}.mjs`, import.meta.url)), {
    env: { NODE_ENV: 'production' },
    flags,
  });

/** A store as the launcher starts it: the live one without a disk, the kept one with its log in a folder of this run. */
export async function startPinned(kind) {
  const dataDir = kind === 'kept' ? await mkdtemp(join(tmpdir(), 'veille-bench-')) : undefined;
  const store = await startStore(dataDir ? { dataDir } : {});
  pinServer(store.pid);
  return { ...store, dataDir };
}

/** One node as `npm start` runs it. `flags`: what Node is told besides. */
export async function startNode({ live, kept, settings = {}, flags = [], port }) {
  const own = port ?? (await aFreePort());
  const url = `http://127.0.0.1:${own}`;
  const env = {
    ...OVERWRITING,
    NODE_ENV: 'production',
    PORT: String(own),
    PUBLIC_URL: url,
    REDIS_LIVE_URL: live.url,
    REDIS_KEPT_URL: kept.url,
    ...settings,
  };
  const started = await startServer(API_ENTRY, { env, flags: [...NODE_FLAGS, ...flags] });
  return { ...started, port: own, url };
}

/**
 * The product: so many nodes over the kept store of the run and a live one, which is emptied first. `pids`: of everything that
 * works for it. `close` says how many of the stores hold a word that was said.
 */
export async function openHouse({ kept, live, nodes: many = 1, settings, flags }) {
  await emptied(live);
  const nodes = [];
  while (nodes.length < many) nodes.push(await startNode({ live, kept, settings, flags }));
  return {
    nodes,
    pids: [...nodes.map(({ pid }) => pid), live.pid, kept.pid],
    close: async () => {
      await Promise.all(nodes.map((node) => node.stop()));
      return storesWithWords([live, kept]);
    },
  };
}
