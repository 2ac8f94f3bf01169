// What passes through a store while people talk: every command it is given (MONITOR, which sees scripts and publishing too)
// and every message on every channel, plain and sharded.
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Store } from '../house.js';
import { clientOf } from './client.js';
import type { Surface } from './surface.js';

export type Overheard = { readonly surfaces: readonly Surface[]; stop(): void };

const LOOK_EVERY = 20;

export async function overhear(stores: readonly Store[]): Promise<Overheard> {
  const all = await Promise.all(stores.flatMap((store) => [monitor(store), channels(store)]));
  const over = (name: string): Surface => ({
    name,
    decoded: true,
    pieces: () =>
      all
        .filter((one) => one.name === name)
        .map(({ where, heard }) => ({ where, bytes: Buffer.concat(heard) })),
  });
  return {
    surfaces: [over('monitor'), over('channels')],
    stop: () => {
      for (const one of all) one.stop();
    },
  };
}

type Ear = { name: string; where: string; heard: Buffer[]; stop(): void };

/** The store's own words, byte for byte: a client library would read them. */
async function monitor({ name, socket }: Store): Promise<Ear> {
  const line = connect(socket);
  const heard: Buffer[] = [];
  line.on('error', () => line.destroy());
  await once(line, 'connect');
  line.write('MONITOR\r\n');
  line.on('data', (bytes: Buffer) => void heard.push(bytes));
  await once(line, 'data');
  return { name: 'monitor', where: name, heard, stop: () => line.destroy() };
}

/** Sharded channels can only be joined by name: they are asked for again and again, and each new one is joined. */
async function channels(store: Store): Promise<Ear> {
  const { name } = store;
  const [ear, asker] = [clientOf(store), clientOf(store)];
  const heard: Buffer[] = [];
  const joined = new Set<string>();
  const take = (channel: Buffer, message: Buffer) =>
    void heard.push(channel, Buffer.from('\n'), message, Buffer.from('\n'));
  ear.on('pmessageBuffer', (_pattern: string, channel: Buffer, message: Buffer) => take(channel, message));
  ear.on('smessageBuffer', take);
  await ear.psubscribe('*');
  const look = async () => {
    const open = await asker.call('PUBSUB', 'SHARDCHANNELS');
    for (const channel of Array.isArray(open) ? open.map(String) : []) {
      if (joined.has(channel)) continue;
      joined.add(channel);
      await ear.ssubscribe(channel);
    }
  };
  const looking = setInterval(() => void look().catch(() => undefined), LOOK_EVERY);
  const stop = () => {
    clearInterval(looking);
    ear.disconnect();
    asker.disconnect();
  };
  return { name: 'channels', where: name, heard, stop };
}
