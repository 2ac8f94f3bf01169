// What is taken back from a store that is out, when a node ends, fails to nobody: a refusal nobody hears ends a process.
import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { forHearing } from './client.js';

let place: string;
let deaf: Server;
let came: Socket[];
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), 'hearing-'));
  came = [];
  deaf = createServer((socket) => void came.push(socket)).listen(join(place, 'redis.sock'));
  await once(deaf, 'listening');
});
afterEach(async () => {
  for (const socket of came) socket.destroy();
  deaf.close();
  await rm(place, { recursive: true });
});

it('[RB12] what is still unanswered when its connection ends is refused, and nobody has to have listened', async () => {
  const unheard = jest.fn();
  process.on('unhandledRejection', unheard);
  const client = forHearing(`unix://${join(place, 'redis.sock')}`);
  client.connect().catch(() => undefined);
  await once(client, 'connect');
  const taken = client.sunsubscribe('a channel');
  void client.sunsubscribe('another');
  const ended = once(client, 'end');
  client.disconnect();
  await ended;
  await expect(taken).rejects.toThrow('Connection is closed');
  await new Promise(setImmediate);
  process.off('unhandledRejection', unheard);
  expect(unheard).not.toHaveBeenCalled();
});
