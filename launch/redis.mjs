// Finds a Redis (or Valkey) that can hold the two stores: on this machine, or fetched once into the project's
// folder.
import { join } from 'node:path';
import { fetchProgram, isDebianLike, unpackedEnv } from './debian.mjs';
import { isOlder } from './node.mjs';
import { askVersion, isRunnable, placesOf } from './programs.mjs';
import { CACHE } from './project.mjs';
import { Refusal } from './refusal.mjs';

const FETCHED = join(CACHE, 'redis');
const NAMES = ['redis-server', 'valkey-server'];

// Sharded publish/subscribe, by which several api nodes talk, came with Redis 7.
const OLDEST_REDIS = '7.0.0';

/** { command, env, version, fetched }, or undefined when this machine has none that is young enough. */
export async function findRedis() {
  for (const command of placesOf(NAMES)) {
    const redis = await tryRedis({ command, env: {}, fetched: false });
    if (redis) return redis;
  }
  return findFetched();
}

/** Fetches one into `.cache/redis`, without root; refuses with what to do where that cannot be. */
export async function fetchRedis(note = () => {}) {
  if (!isDebianLike()) throw new Refusal(whatToInstall(process.platform));
  await fetchProgram('redis-server', FETCHED, note);
  const redis = await findFetched();
  if (redis) return redis;
  throw new Refusal(
    'Le Redis de cette distribution est trop ancien : il en faut un 7.0 ou plus récent ' +
      '(https://redis.io/docs/latest/operate/oss_and_stack/install), ou bien REDIS_LIVE_URL et REDIS_KEPT_URL.',
  );
}

export async function findOrFetchRedis(note) {
  return (await findRedis()) ?? (await fetchRedis(note));
}

export function describeRedis({ version, fetched }) {
  return fetched ? `${version}, dans .cache/redis` : version;
}

/** The version in « Redis server v=7.0.15 sha=… », or undefined. */
export function readVersion(line = '') {
  return /\bv=(\d+\.\d+\.\d+)/.exec(line)?.[1];
}

export function whatToInstall(platform) {
  if (platform === 'darwin')
    return 'Il manque Redis : « brew install redis », puis relancez la même commande.';
  return 'Il manque Redis : installez Redis 7 ou Valkey par votre système, ou donnez REDIS_LIVE_URL et REDIS_KEPT_URL.';
}

async function findFetched() {
  const command = NAMES.map((name) => join(FETCHED, 'usr', 'bin', name)).find(isRunnable);
  return command && tryRedis({ command, env: await unpackedEnv(FETCHED), fetched: true });
}

async function tryRedis(redis) {
  const version = readVersion(await askVersion(redis.command, redis.env));
  return version && !isOlder(version, OLDEST_REDIS) ? { ...redis, version } : undefined;
}
