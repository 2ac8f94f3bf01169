// Stands between a client and a store, and loses what the store replies when it is told to: the fault no store can show.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `cut`: the connection ends in place of the reply. `withhold`: nothing comes any more. */
export type Loss = 'cut' | 'withhold';
export type Proxy = { url: string; loseReplies(how: Loss): void; heal(): void; stop(): Promise<void> };

/** `url`: of the store, on a unix socket. */
export async function aProxy(url: string): Promise<Proxy> {
  const folder = await mkdtemp(join(tmpdir(), 'veille-'));
  const path = join(folder, 'proxy.sock');
  const open = new Set<Socket>();
  let loss: Loss | undefined;
  const server = createServer((client) => {
    const store = connect(url.slice('unix://'.length));
    for (const one of [client, store]) {
      open.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => open.delete(one));
    }
    client.on('close', () => store.destroy());
    store.on('close', () => client.destroy());
    client.pipe(store);
    store.on('data', (reply) => {
      if (loss === 'cut') client.destroy();
      else if (loss === undefined) client.write(reply);
    });
  });
  await once(server.listen(path), 'listening');
  return {
    url: `unix://${path}`,
    loseReplies: (how) => (loss = how),
    heal: () => (loss = undefined),
    stop: async () => {
      for (const one of open) one.destroy();
      server.close();
      await once(server, 'close');
      await rm(folder, { recursive: true });
    },
  };
}
