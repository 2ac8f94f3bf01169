// Asks a Redis whether it is there and awake, in the four letters of its own protocol and without any client
// library.
import { connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';
import { connect as connectSecurely } from 'node:tls';
import { Refusal } from './refusal.mjs';

const PATIENCE_MS = 3000;
const START_PATIENCE_MS = 30_000;
const BETWEEN_TRIES_MS = 5;

/**
 * 'awake', 'loading' (it reads its disk and will be awake), 'silent' or 'locked' (it wants another password).
 */
export function ping(address, { secure = false, password, username } = {}) {
  return new Promise((resolve) => {
    const socket = secure ? connectSecurely(address) : connect(address);
    const answer = (word) => {
      socket.destroy();
      resolve(word);
    };
    socket.setTimeout(PATIENCE_MS, () => answer('silent'));
    socket.once('error', () => answer('silent'));
    socket.once('close', () => answer('silent'));
    let heard = '';
    socket.setEncoding('utf8').on('data', (text) => {
      heard += text;
      const word = understand(heard);
      if (word) answer(word);
    });
    if (password) socket.write(command('AUTH', ...(username ? [username] : []), password));
    socket.write(command('PING'));
  });
}

/** Returns once the store on `socket` answers; refuses if its process ends first, or with what it said. */
export async function untilItAnswers(socket, child) {
  let gone = false;
  child.ended.then(() => (gone = true));
  let deadline = performance.now() + START_PATIENCE_MS;
  while (!gone && performance.now() < deadline) {
    const word = await ping({ path: socket });
    if (word === 'awake') return;
    if (word === 'loading') deadline = performance.now() + START_PATIENCE_MS; // it works: a large log takes its time
    await after(BETWEEN_TRIES_MS);
  }
  await child.stop();
  throw new Refusal('Redis n’a pas pu démarrer : voyez ci-dessus ce qu’il en dit.', child.said());
}

function understand(heard) {
  if (heard.includes('+PONG\r\n')) return 'awake';
  if (heard.includes('-LOADING')) return 'loading';
  if (/-(NOAUTH|WRONGPASS|ERR)/.test(heard)) return 'locked';
  return undefined;
}

function command(...words) {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}
