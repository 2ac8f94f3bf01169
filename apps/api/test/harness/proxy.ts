// Stands between a client and a store, and loses what the store replies when it is told to: the fault no store can show.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `cut`: the connection ends in place of the reply. `withhold`: nothing comes any more. */
export type Loss = 'cut' | 'withhold';
export type Proxy = {
  url: string;
  loseReplies(how: Loss): void;
  heal(): void;
  /** Connections that are waiting for this command hear nothing any more, and stay open; says how many there are. */
  deafens(command: string): number;
  stop(): Promise<void>;
};

/** `url`: of the store, on a unix socket. */
export async function aProxy(url: string): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'veille-'));
  const path = join(folder, 'proxy.sock');
  const open = new Set<Socket>();
  let loss: Loss | undefined;
  const lines: { asked: string; isDeaf: boolean }[] = [];
  const server = createServer((client) => {
    const store = connect(url.slice('unix://'.length));
    for (const one of [client, store]) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => open.delete(one));
    }
    client.on('close', () => store.destroy());
    store.on('close', () => client.destroy());
    const line = { asked: '', isDeaf: false };
    lines.push(line);
    client.pipe(store);
    client.on('data', (asked) => (line.asked = asked.toString().toLowerCase()));
    store.on('data', (reply) => {
      if (line.isDeaf) return;
      line.asked = '';
      if (loss === 'cut') client.destroy();
      else if (loss === undefined) client.write(reply);
    });
  });
  await once(server.listen(path), 'listening');
  return {
    url: `unix://${path}`,
    loseReplies: (how) => (loss = how),
    deafens: (command) => {
      const waiting = lines.filter(({ asked }) => asked.includes(command));
      for (const line of waiting) line.isDeaf = true;
      return waiting.length;
    },
    heal: () => (loss = undefined),
    stop: async () => {
      for (const one of open) one.destroy();
      server.close();
      await once(server, 'close');
      await rm(folder, { recursive: true });
    },
  };
}
