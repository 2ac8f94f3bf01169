// Starts the two stores as private children: real Redis on unix sockets that only this user can open, on no
// port. The live one never touches a disk; the kept one writes its log every second. A test starts its own in
// some 60 ms.
import { mkdirSync, mkdtempSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './children.mjs';
import { hasOwner, rememberBeside, rememberOwner } from './kept-owner.mjs';
import { untilItAnswers } from './ping.mjs';
import { findRedis } from './redis.mjs';
import { Refusal } from './refusal.mjs';

export { fetchRedis, findRedis } from './redis.mjs';

// A unix socket's path may be 107 bytes long on Linux and 103 on macOS, whose own temporary folder is long
// already.
const LONGEST_SOCKET_PATH = 103;

const ALWAYS = {
  port: '0',
  unixsocketperm: '700',
  save: '',
  'maxmemory-policy': 'noeviction',
  // Neither the slow log nor a crash report may ever show what was said to the store.
  'slowlog-log-slower-than': '-1',
  'slowlog-max-len': '0',
  'crash-log-enabled': 'no',
  daemonize: 'no',
  loglevel: 'warning',
};
const LIVE = { ...ALWAYS, appendonly: 'no', hz: '100' }; // BullMQ is as punctual as the store's timer: 1000 / hz ms
const KEPT = { ...ALWAYS, appendonly: 'yes', appendfsync: 'everysec' };

/**
 * Starts both, the kept one in `dataDir`. `stop()` ends both; `ended` tells of the first that ends by itself.
 */
export async function startStores({ dataDir, redis }) {
  const live = await startStore({ redis });
  const kept = await startStore({ redis, dataDir });
  await rememberBeside(dataDir, live.socket);
  return {
    live,
    kept,
    env: { REDIS_LIVE_URL: live.url, REDIS_KEPT_URL: kept.url },
    ended: Promise.race([live.ended, kept.ended]),
    stop: () => Promise.all([live.stop(), kept.stop()]),
  };
}

/**
 * Starts one private store: kept on disk in `dataDir` if it is given, else live, without any disk. `folder`: where one that
 * is gone had its socket, so that whoever was connected finds the next one.
 */
export async function startStore({ dataDir, redis, folder: where } = {}) {
  const { command, env } = redis ?? (await findRedis()) ?? refuseWithoutRedis();
  if (dataDir) await takeOver(dataDir);
  // Danger: no turn of the loop between the folder and the child that erases it, or an end that comes there leaves it.
  const folder = makePrivateFolder(where);
  const socket = join(folder, 'redis.sock');
  const settings = { ...(dataDir ? KEPT : LIVE), unixsocket: socket, dir: dataDir ?? folder };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const child = startChild(command, args, { env, trace: folder, beneath: true });
  await untilItAnswers(socket, child);
  if (dataDir) await rememberOwner(dataDir, socket);
  letProcessEnd(child.process);
  return {
    url: `unix://${socket}`,
    folder,
    socket,
    pid: child.pid,
    ended: child.ended,
    stop: () => child.stop(),
  };
}

async function takeOver(dataDir) {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  if (await hasOwner(dataDir)) {
    throw new Refusal('Veille tourne déjà depuis ce dossier : arrêtez-la (Ctrl-C) avant de la relancer.');
  }
}

function makePrivateFolder(where) {
  // Danger: one that is there already is somebody else's, who saw its name.
  if (where) {
    mkdirSync(where, { mode: 0o700 });
    return where;
  }
  const own = join(tmpdir(), 'veille-');
  const fits = Buffer.byteLength(join(`${own}XXXXXX`, 'redis.sock')) <= LONGEST_SOCKET_PATH;
  return mkdtempSync(fits ? own : '/tmp/veille-'); // 0700 by itself
}

function refuseWithoutRedis() {
  throw new Refusal('Il manque Redis : « npm start » ou « npm test » le trouve ou va le chercher.');
}

// A store must not keep alive a test that forgot to stop it: the guard ends it with its starter.
function letProcessEnd(child) {
  for (const held of [child, child.stdin, child.stdout, child.stderr]) held.unref();
}
