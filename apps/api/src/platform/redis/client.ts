// Connections to the two stores, each with the profile its work can bear.
import { types } from 'node:util';
import { Redis } from 'ioredis';
import { reported } from '../log/log.js';

/**
 * A lost reply is an error at once, never a second execution: with ioredis' defaults one `incr` ran twice.
 * An error therefore means "unknown", and every move can be asked again without harm.
 */
const once = {
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  enableOfflineQueue: false,
  commandTimeout: 1_500,
};
/** What BullMQ's workers and the subscribers need: they wait for the store as long as it takes. */
const patient = { maxRetriesPerRequest: null };

const always = { retryStrategy: (times: number): number => Math.min(50 * times, 1_000), lazyConnect: true };

/** `unix:///path/to/socket`, or `redis[s]://user:password@host:port/database`. */
function target(url: string) {
  if (url.startsWith('unix://')) return { path: url.slice('unix://'.length) };
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    db: Number(pathname.slice(1) || 0),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}

/**
 * All that one turn of the loop says leaves in one write, in its order: small writes are most of what a busy client costs.
 * Nothing waits for an answer before it is sent, as it would in a pipeline.
 */
class Gathering extends Redis {
  private gathers = false;

  override sendCommand(...said: Parameters<Redis['sendCommand']>): unknown {
    if (this.status === 'ready' && !this.gathers) this.gather();
    return super.sendCommand(...said);
  }

  private gather(): void {
    const { stream } = this;
    this.gathers = true;
    stream.cork();
    setImmediate(() => {
      this.gathers = false;
      stream.uncork();
    });
  }
}

/** What the sockets' adapter takes back when a node ends it does not wait for: of a store that is out, nobody heard the refusal (RB12). */
class Hearing extends Redis {
  override sendCommand(...said: Parameters<Redis['sendCommand']>): unknown {
    const answer = super.sendCommand(...said);
    if (types.isPromise(answer)) answer.catch(() => undefined);
    return answer;
  }
}

function quietly(client: Redis): Redis {
  return client.on('error', reported('a store does not answer'));
}

export const forMoves = (url: string): Redis =>
  quietly(new Gathering({ ...target(url), ...once, ...always }));
export const forWaiting = (url: string): Redis =>
  quietly(new Redis({ ...target(url), ...patient, ...always }));

/** The same for what is heard from other nodes. */
export const forHearing = (url: string): Redis =>
  quietly(new Hearing({ ...target(url), ...patient, ...always }));

/** The same for what is told to other nodes, of whom one turn of the loop may tell many. */
export const forTelling = (url: string): Redis =>
  quietly(new Gathering({ ...target(url), ...patient, ...always }));

/** Resolves when the store answers; @throws after `within` milliseconds */
export async function reached(client: Redis, within = 5_000): Promise<Redis> {
  if (client.status === 'wait') void client.connect().catch(() => undefined); // its errors are told by 'error'
  await new Promise<void>((resolve, reject) => {
    if (client.status === 'ready') return resolve();
    const timer = setTimeout(() => reject(new Error('a store was not reached')), within);
    client.once('ready', () => {
      clearTimeout(timer);
      resolve();
    });
  });
  return client;
}

export type { Redis };
