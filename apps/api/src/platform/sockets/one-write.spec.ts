// What leaves in one write is heard whole and in its order, whatever its length and its letters, beside what ws writes itself.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import { OneWriteServer } from './one-write.js';

let server: Server;
let texts: string[];
beforeEach(async () => {
  server = createServer();
  const sockets = new OneWriteServer({ noServer: true, clientTracking: false });
  server.on('upgrade', (request, wire, head) =>
    sockets.handleUpgrade(request, wire, head, (client) => {
      for (const text of texts) client.send(text, () => undefined);
      client.close();
    }),
  );
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
});
afterEach(() => void server.close());

async function heard(): Promise<string[]> {
  const words: string[] = [];
  const client = new WebSocket(`ws://127.0.0.1:${portOf(server)}`);
  client.on('message', (data) => words.push(Buffer.isBuffer(data) ? data.toString() : ''));
  await new Promise((closed, failed) => client.once('close', closed).once('error', failed));
  return words;
}

const portOf = (of: Server): number => {
  const address: AddressInfo | string | null = of.address();
  if (address === null || typeof address === 'string') throw new Error('it listens on no port');
  return address.port;
};

it('[DO9] texts at every border of a frame’s length are heard as they were told', async () => {
  texts = [0, 1, 125, 126, 127, 255, 256, 65_535, 65_536].map((length) => 'x'.repeat(length));
  expect(await heard()).toEqual(texts);
});

it('[DO9] a text with accents, which ws writes, overtakes nothing and is not overtaken', async () => {
  texts = ['before', 'é'.repeat(100), 'between', '😀', 'ÿ', 'after'];
  expect(await heard()).toEqual(texts);
});
