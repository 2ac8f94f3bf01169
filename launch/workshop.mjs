// The story of `npm run dev`: the stores, the compilers that watch, the api that restarts when they have
// written, and the web's own server on the usual port, which hands /api and /socket.io on to it. One Ctrl-C
// ends all.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildWhatIsStale } from './build.mjs';
import { onChange } from './changes.mjs';
import { startChild } from './children.mjs';
import { explain, liveUntilAsked } from './lifetime.mjs';
import { installPackages, npm } from './packages.mjs';
import { findFreePort, untilItListens } from './port.mjs';
import { API_ENTRY, KEPT_DATA, ROOT } from './project.mjs';
import { describeRedis, findOrFetchRedis } from './redis.mjs';
import { Refusal } from './refusal.mjs';
import { startService } from './service.mjs';
import { readSettings } from './settings.mjs';
import { createSteps } from './steps.mjs';
import { startStandingStores } from './standing.mjs';
import { sayWelcome } from './welcome.mjs';

const API_HOST = '127.0.0.1';

// Each compiles by its own `build` script; these words make the compiler behind it stay, and not clear the
// screen.
const COMPILERS = {
  'libs/domain': ['--watch', '--preserveWatchOutput'],
  'libs/shared': ['--watch', '--preserveWatchOutput'],
  'apps/api': ['--watch', '--quiet'],
};
const SAYS_NOTHING = /^\s*$|Starting .*compilation|File change detected|Found 0 errors|^npm warn/;
const BUILT = Object.keys(COMPILERS).map((folder) => join(ROOT, folder, 'dist'));

export function openWorkshop() {
  return liveUntilAsked(async ({ opened }) => {
    const settings = readSettings();
    const port = await findFreePort(settings);
    const apiPort = await findFreePort({ HOST: API_HOST, PORT: String(port + 1) });

    const step = createSteps();
    console.log('');
    await step('Paquets', installPackages);
    const redis = await step('Redis', findOrFetchRedis, describeRedis);
    await step('Construction', buildWhatIsStale);
    const stores = await step(
      'Mémoires',
      () => startStandingStores({ dataDir: KEPT_DATA, redis }),
      () => 'prêtes',
    );
    const env = apiEnv({ settings, stores, port, apiPort });
    const { greeting, ended } = await step(
      'Service',
      () => runRestarting(env),
      () => `port ${apiPort}`,
    );
    const pages = await step(
      'Pages',
      () => servePages(port, apiPort),
      () => `port ${port}`,
    );
    sayWelcome({ ...greeting, url: `http://localhost:${port}` });
    opened();
    await Promise.race([pages.ended, stores.ended, ended]);
    throw new Refusal('Une partie de l’atelier s’est arrêtée, donc tout s’arrête : relancez npm run dev.');
  });
}

function apiEnv({ settings, stores, port, apiPort }) {
  return {
    // Tickets outlive a restart of the api, as they do between nodes that share a key.
    TICKET_KEY: randomBytes(32).toString('base64url'),
    PUBLIC_URL: `http://localhost:${port}`,
    ...settings,
    ...stores.env,
    NODE_ENV: 'development',
    HOST: API_HOST,
    PORT: String(apiPort),
  };
}

/** The api, again after every change; one that cannot start again says why and waits for the next change. */
async function runRestarting(env) {
  let service = await startService({ entry: API_ENTRY, env });
  const greeting = service;
  await onChange(BUILT, async () => {
    await service?.stop();
    service = await startService({ entry: API_ENTRY, env }).catch(explain);
  });
  const compilers = Object.entries(COMPILERS).map(([folder, words]) => startScript('build', folder, words));
  return { greeting, ended: Promise.race(compilers.map(({ ended }) => ended)) };
}

async function servePages(port, apiPort) {
  process.env.VEILLE_API = `http://${API_HOST}:${apiPort}`; // read by apps/web/vite.config.ts
  const pages = startScript('dev', 'apps/web', [
    '--port',
    String(port),
    '--strictPort',
    '--logLevel',
    'warn',
  ]);
  await untilItListens(port, pages);
  return pages;
}

/** Runs a workspace's own script with some words more, and shows what it says when it says something. */
function startScript(name, folder, words) {
  const args = npm('run', '--silent', name, '--workspace', folder, '--', ...words);
  const child = startChild(...args, { cwd: ROOT });
  for (const stream of [child.process.stdout, child.process.stderr]) {
    createInterface(stream).on('line', (line) => {
      if (!SAYS_NOTHING.test(line)) console.log(line);
    });
  }
  return child;
}
