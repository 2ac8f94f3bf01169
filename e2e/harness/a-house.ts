// The built service as a child process over two private stores, and a browser to walk in it: one per journey file.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { findOrFetchChromium } from '../../launch/chromium.mjs';
import { aFreePort } from './free-port.js';
import { startStore, type StartedStore } from '../../launch/stores.mjs';

export type House = {
  readonly url: string;
  readonly firstCoordinatorLink: string;
  readonly browser: Browser;
  readonly live: StartedStore;
  readonly kept: StartedStore;
  /** The service dies without a word; the stores and the browser stay. */
  die(): Promise<void>;
  end(): Promise<void>;
};

const entry = fileURLToPath(new URL('../../apps/api/dist/main.js', import.meta.url));

/** `settings` in the environment's own words, e.g. `{ OFFER_SECONDS: '2' }`. */
export async function aHouse(settings: Readonly<Record<string, string>> = {}): Promise<House> {
  const [live, kept, found, port] = await Promise.all([
    startStore(),
    startStore(),
    findOrFetchChromium(),
    aFreePort(),
  ]);
  const url = `http://localhost:${port}`;
  const api = fork(entry, {
    env: {
      ...process.env,
      NODE_ENV: 'test',
      PORT: String(port),
      PUBLIC_URL: url,
      REDIS_LIVE_URL: live.url,
      REDIS_KEPT_URL: kept.url,
      ...settings,
    },
  });
  const gone = once(api, 'exit');
  const firstCoordinatorLink = await readiness(api);
  const { executablePath, args, env } = found;
  const browser = await chromium.launch({ executablePath, args, env });
  return {
    url,
    firstCoordinatorLink,
    browser,
    live,
    kept,
    die: async () => {
      api.kill('SIGKILL');
      await gone;
    },
    end: async () => {
      await browser.close();
      api.kill('SIGTERM');
      await gone;
      await Promise.all([live.stop(), kept.stop()]);
    },
  };
}

async function readiness(api: ChildProcess): Promise<string> {
  const news: unknown = (await once(api, 'message')).at(0);
  if (typeof news === 'object' && news !== null && 'firstCoordinatorLink' in news)
    return String(news.firstCoordinatorLink);
  throw new Error(`the service did not open: ${JSON.stringify(news)}`);
}
