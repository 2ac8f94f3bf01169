// The story of `npm start`: what is missing is fetched, what is stale is built, the stores wake, the service
// opens, and the addresses are said. It stands until it is asked to stop or a part of it ends for good, and
// leaves nothing behind.
import { buildWhatIsStale } from './build.mjs';
import { checkGivenStores, whichAreGiven } from './given-stores.mjs';
import { liveUntilAsked } from './lifetime.mjs';
import { installPackages } from './packages.mjs';
import { findFreePort } from './port.mjs';
import { API_ENTRY, KEPT_DATA } from './project.mjs';
import { describeRedis, findOrFetchRedis } from './redis.mjs';
import { Refusal } from './refusal.mjs';
import { startService } from './service.mjs';
import { readSettings } from './settings.mjs';
import { createSteps } from './steps.mjs';
import { startStandingStores } from './standing.mjs';
import { sayWelcome } from './welcome.mjs';

const THE_PROJECT = {
  entry: API_ENTRY,
  dataDir: KEPT_DATA,
  install: installPackages,
  build: buildWhatIsStale,
};

/** Tells the whole story, of the project itself unless a test gives other parts. */
export function openVeille(parts = {}) {
  const { entry, dataDir, install, build } = { ...THE_PROJECT, ...parts };
  return liveUntilAsked(async ({ opened }) => {
    const settings = readSettings();
    const port = await findFreePort(settings);
    const given = whichAreGiven(settings) === 'both';

    const step = createSteps();
    console.log('');
    // What costs nothing comes first: nothing is installed for a launch that cannot succeed.
    if (given) await step('Mémoires', () => checkGivenStores(settings), sayGiven);
    await step('Paquets', install);
    const redis = given ? undefined : await step('Redis', findOrFetchRedis, describeRedis);
    await step('Construction', build);
    const stores = given
      ? OF_THE_OPERATOR
      : await step('Mémoires', () => startStandingStores({ dataDir, redis, tell: sayOfStore }), sayOwn);

    const env = { NODE_ENV: 'production', ...settings, ...stores.env, PORT: String(port) };
    const service = await step(
      'Service',
      () => startService({ entry, env }),
      () => `port ${port}`,
    );
    sayWelcome(service);
    opened();
    await firstEnd(service, stores);
  });
}

const OF_THE_OPERATOR = { env: {}, ended: new Promise(() => {}) };
const sayGiven = () => 'celles de REDIS_LIVE_URL et REDIS_KEPT_URL';
const sayOfStore = (sentence) => console.error(`\n  ${sentence}\n`);
const sayOwn = () => 'la vive sans disque, la gardée dans data/kept';

async function firstEnd(service, stores) {
  const who = await Promise.race([
    service.ended.then(() => 'Le service s’est arrêté'),
    stores.ended.then(() => 'Une des deux mémoires s’est arrêtée'),
  ]);
  throw new Refusal(`${who}, donc tout s’arrête : relancez npm start.`);
}
