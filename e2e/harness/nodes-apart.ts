// The built service as it runs in production, each node a process of its own and none of them the test's; beside it one that idles.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { forWaiting, reached, type Redis } from '../../apps/api/src/platform/redis/client.js';
import { startStore } from '../../launch/stores.mjs';
import { aFreePort } from './free-port.js';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const entry = here('../../apps/api/dist/main.js');

/** How late an event loop was, in milliseconds. */
export type Lag = { readonly p50: number; readonly p99: number; readonly max: number };
export type NodesApart = Awaited<ReturnType<typeof nodesApart>>;
/** `preload`: a module that every node loads before it begins. */
type Given = {
  readonly nodes: number;
  readonly settings?: Readonly<Record<string, string>>;
  preload?: string;
};

export async function nodesApart({ nodes: many, settings = {}, preload }: Given) {
  const [live, kept] = await Promise.all([startStore(), startStore()]);
  const flags = [here('./loop-lag.mjs'), ...(preload === undefined ? [] : [here(preload)])];
  const opened = async () => {
    const port = await aFreePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      REDIS_LIVE_URL: live.url,
      REDIS_KEPT_URL: kept.url,
      ...settings,
    };
    const child = fork(entry, { env, execArgv: flags.map((flag) => `--import=${flag}`) });
    return { child, url, firstCoordinatorLink: await readiness(child) };
  };
  // One after the other: the link of the first account is the one made last.
  const nodes: Awaited<ReturnType<typeof opened>>[] = [];
  while (nodes.length < many) nodes.push(await opened());
  const idle = fork(here('./idle.mjs'), { execArgv: [] });
  await once(idle, 'message');
  const client: Redis = await reached(forWaiting(kept.url));
  return {
    nodes: nodes.map(({ firstCoordinatorLink }) => ({ firstCoordinatorLink })),
    at: (node: number) => nodes[node]?.url ?? '',
    kept: { client },
    /** Of the worst of the nodes, and of the process that idles, while this was done. */
    lagWhile: async (work: () => Promise<void>): Promise<{ nodes: Lag; idle: Lag }> => {
      for (const child of [idle, ...nodes.map((node) => node.child)]) child.send('lag-anew');
      await work();
      const lags = await Promise.all(nodes.map((node) => lagOf(node.child)));
      return { nodes: worst(lags), idle: await lagOf(idle) };
    },
    end: async () => {
      client.disconnect();
      const children = [idle, ...nodes.map((node) => node.child)];
      const gone = children.map((child) => once(child, 'exit'));
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(gone);
      await Promise.all([live.stop(), kept.stop()]);
    },
  };
}

async function lagOf(child: ChildProcess): Promise<Lag> {
  const told = once(child, 'message');
  child.send('lag');
  const said: unknown = (await told).at(0);
  return { p50: figure(said, 'p50'), p99: figure(said, 'p99'), max: figure(said, 'max') };
}

function figure(said: unknown, name: keyof Lag): number {
  if (typeof said === 'object' && said !== null && name in said) {
    const [, value] = Object.entries(said).find(([key]) => key === name) ?? [];
    if (typeof value === 'number') return value;
  }
  throw new Error(`a process does not say how late it is: ${JSON.stringify(said)}`);
}

const worst = (lags: readonly Lag[]): Lag => ({
  p50: Math.max(...lags.map(({ p50 }) => p50)),
  p99: Math.max(...lags.map(({ p99 }) => p99)),
  max: Math.max(...lags.map(({ max }) => max)),
});

async function readiness(child: ChildProcess): Promise<string | undefined> {
  const news: unknown = (await once(child, 'message')).at(0);
  if (typeof news !== 'object' || news === null || !('ready' in news) || news.ready !== true)
    throw new Error(`a node did not open: ${JSON.stringify(news)}`);
  return 'firstCoordinatorLink' in news ? String(news.firstCoordinatorLink) : undefined;
}
