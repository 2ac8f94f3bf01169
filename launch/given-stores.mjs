// The stores an operator gives by address instead of leaving them to the launcher: both or neither, and both
// awake.
import { ping } from './ping.mjs';
import { Refusal } from './refusal.mjs';

const NAMES = ['REDIS_LIVE_URL', 'REDIS_KEPT_URL'];

/** 'both' or 'neither'; one alone is refused: half of the data would silently be somewhere else. */
export function whichAreGiven(env) {
  const given = NAMES.filter((name) => env[name]);
  if (given.length === NAMES.length) return 'both';
  if (given.length === 0) return 'neither';
  throw new Refusal('REDIS_LIVE_URL et REDIS_KEPT_URL vont ensemble : donnez les deux, ou aucune.');
}

/** Refuses with one sentence unless both stores answer. Never repeats an address: it may hold a password. */
export async function checkGivenStores(env) {
  for (const name of NAMES) {
    const { address, access } = readRedisUrl(name, env[name]);
    const word = await ping(address, access);
    if (word === 'silent')
      throw new Refusal(`Aucun Redis ne répond à l’adresse de ${name} : démarrez-le, ou corrigez-la.`);
    if (word === 'locked')
      throw new Refusal(`Le Redis de ${name} refuse l’accès : corrigez le mot de passe de l’adresse.`);
  }
}

/** Reads `redis://`, `rediss://` (over TLS) and `unix:///path` into what a socket and a `ping` need. */
export function readRedisUrl(name, text) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'unix:') return { address: { path: decodeURIComponent(url.pathname) }, access: {} };
  if (url?.protocol !== 'redis:' && url?.protocol !== 'rediss:') {
    throw new Refusal(`${name} doit être de la forme redis://hôte:port/base ou unix:///chemin/du.sock.`);
  }
  const secure = url.protocol === 'rediss:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const address = { host, port: Number(url.port || 6379), ...(secure && { servername: host }) };
  const [username, password] = [url.username, url.password].map(decodeURIComponent);
  return { address, access: { secure, username, password } };
}
