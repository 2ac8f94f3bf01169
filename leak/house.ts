// The service as it is run for real callers, to be searched: two nodes in production over two private stores, a front door
// before them, everything they print in files, and a browser. Both stores keep a slow log, which the service's own do not.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Redis } from 'ioredis';
import { type Browser, chromium } from 'playwright-core';
import type { House } from '../e2e/harness/a-house.js';
import { aFreePort } from '../e2e/harness/free-port.js';
import { findOrFetchChromium } from '../launch/chromium.mjs';
import { NODE_FLAGS, OVERWRITING } from '../launch/service.mjs';
import { type StartedStore, startStores } from '../launch/stores.mjs';
import { type FrontDoor, openFrontDoor } from './front-door.js';
import { clientOf } from './surfaces/client.js';

const entry = fileURLToPath(new URL('../apps/api/dist/main.js', import.meta.url));

export type Node = {
  readonly name: string;
  readonly pid: number;
  readonly port: number;
  end(): Promise<unknown>;
};
export type Store = { readonly name: 'live' | 'kept'; readonly redis: Redis } & StartedStore;
export type SearchedHouse = House & {
  readonly front: FrontDoor;
  readonly nodes: readonly Node[];
  readonly stores: readonly Store[];
  /** Of this run alone: `kept`, `logs`, `temp` and `work`, where the nodes stand. */
  readonly folder: string;
};

/** `settings` as in the environment; `preload` is run inside each node before the service, as a careless operator's would be. */
export type Given = { settings?: Readonly<Record<string, string>>; preload?: URL };

export async function aSearchedHouse(given: Given = {}): Promise<SearchedHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'veille-leak-'));
  for (const part of ['kept', 'logs', 'temp', 'work']) mkdirSync(join(folder, part));
  const { live, kept } = await startStores({ dataDir: join(folder, 'kept') });
  const stores = await Promise.all([talkative('live', live), talkative('kept', kept)]);
  const nodes: Node[] = [];
  const front = await openFrontDoor(() => nodes.map(({ port }) => port));
  let firstCoordinatorLink = '';
  for (const name of ['node-1', 'node-2']) {
    const { link, ...node } = await startNode({ name, folder, url: front.url, live, kept, given });
    nodes.push(node);
    firstCoordinatorLink = link;
  }
  const browser = await aBrowser();
  const die = () => Promise.all(nodes.map((node) => node.end())).then(() => undefined);
  const end = async () => {
    await browser.close();
    await front.close();
    await die();
    for (const { redis } of stores) redis.disconnect();
    await Promise.all([live.stop(), kept.stop()]);
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url: front.url,
    firstCoordinatorLink,
    browser,
    live,
    kept,
    die,
    end,
    front,
    nodes,
    stores,
    folder,
  };
}

/** Its slow log holds every command: what an operator could switch on must find nothing either. */
async function talkative(name: Store['name'], store: StartedStore): Promise<Store> {
  const redis = clientOf(store);
  await redis.config('SET', 'slowlog-max-len', '1000000');
  await redis.config('SET', 'slowlog-log-slower-than', '0');
  return { name, redis, ...store };
}

async function aBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findOrFetchChromium();
  return chromium.launch({ executablePath, args, env });
}

type Start = {
  name: string;
  folder: string;
  url: string;
  live: StartedStore;
  kept: StartedStore;
  given: Given;
};

async function startNode({ name, folder, url, live, kept, given }: Start): Promise<Node & { link: string }> {
  const port = await aFreePort();
  const log = openSync(join(folder, 'logs', `${name}.log`), 'a');
  const node = fork(entry, {
    cwd: join(folder, 'work'),
    // The service never has this one: it lets the search ask for a picture of the heap.
    execArgv: [
      ...NODE_FLAGS,
      '--heapsnapshot-signal=SIGUSR2',
      ...(given.preload ? ['--import', given.preload.href] : []),
    ],
    env: {
      PATH: process.env.PATH,
      TMPDIR: join(folder, 'temp'),
      ...OVERWRITING,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      // As docs/operate.md has it: the one door before it says whom it heard.
      PROXY_DEPTH: '1',
      REDIS_LIVE_URL: live.url,
      REDIS_KEPT_URL: kept.url,
      ...given.settings,
    },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const gone = once(node, 'exit');
  const end = async () => {
    node.kill('SIGTERM');
    return gone;
  };
  return { name, pid: node.pid ?? 0, port, end, link: await readiness(node) };
}

async function readiness(node: ChildProcess): Promise<string> {
  const [news]: unknown[] = await Promise.race([
    once(node, 'message'),
    once(node, 'exit').then(() => ['it ended']),
  ]);
  if (typeof news === 'object' && news !== null && 'firstCoordinatorLink' in news)
    return String(news.firstCoordinatorLink);
  throw new Error(`a node did not open: ${JSON.stringify(news)}`);
}

/** Where a store stands and writes; the kept one's disk is in the run's own folder. */
export const foldersOf = ({ folder, stores }: SearchedHouse): string[] => [
  folder,
  ...stores.map(({ socket }) => dirname(socket)),
];
