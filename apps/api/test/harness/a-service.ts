// The real service for a journey: one or two nodes in this process, over two private real Redis, ended with the test; its line
// is watched from the first moment to the last, and what must not be fails the end.
import { readConfig } from '../../src/platform/config/config.js';
import { reached } from '../../src/platform/redis/client.js';
import { type Node, openNode } from '../../src/veille.js';
import { aRedis, type TestRedis } from './redis.js';
import { Watcher } from './watcher.js';

export type Service = {
  readonly nodes: readonly Node[];
  readonly live: TestRedis;
  readonly kept: TestRedis;
  readonly watcher: Watcher;
  /** The address of a node: `http://127.0.0.1:port`. */
  at(node: number): string;
  /** One more node of this service; gives its number. */
  joins(): Promise<number>;
  /** @throws when the watcher saw a broken invariant */
  end(): Promise<void>;
};

/** Settings in the environment's own words, e.g. `{ OFFER_SECONDS: '0.3' }`. */
type Settings = Readonly<Record<string, string>>;
/** `writes`: the test itself writes into the live store what no move would, and the watcher is not heeded. */
type Given = { nodes?: number; settings?: Settings; writes?: boolean };

export async function aService({ nodes = 1, settings = {}, writes = false }: Given = {}): Promise<Service> {
  const live = await aRedis();
  const kept = await aRedis();
  const config = readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    REDIS_LIVE_URL: live.url,
    REDIS_KEPT_URL: kept.url,
    ...settings,
  });
  const opened: Node[] = [];
  for (let count = 0; count < nodes; count += 1) opened.push(await openNode(config));
  const watcher = new Watcher(await reached(live.client.duplicate()));
  return {
    nodes: opened,
    live,
    kept,
    watcher,
    at: (index) => `http://127.0.0.1:${portOf(opened, index)}`,
    joins: async () => opened.push(await openNode(config)) - 1,
    end: async () => {
      await watcher.stop();
      await Promise.all(opened.map((node) => node.end()));
      await Promise.all([live.stop(), kept.stop()]);
      if (watcher.faults.length > 0 && !writes)
        throw new Error(`the line was watched: ${watcher.faults.join('; ')}`);
    },
  };
}

function portOf(nodes: readonly Node[], index: number): number {
  const node = nodes[index];
  if (!node) throw new Error(`no node ${index} in this service`);
  return node.port;
}
