// Proves that a door that is taken is noticed before anything is started.
import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { findFreePort } from './port.mjs';

let taken;
beforeEach(async () => {
  taken = createServer();
  await new Promise((done) => taken.listen(0, '127.0.0.1', done));
});
afterEach(() => new Promise((done) => taken.close(done)));

it('[LA10] a port that somebody listens on is refused with what to do', async () => {
  const PORT = String(taken.address().port);
  await expect(findFreePort({ PORT })).rejects.toThrow(`Le port ${PORT} est déjà pris`);
});

it('[LA10] a port that was left is free at once', async () => {
  const { port } = taken.address();
  await new Promise((done) => taken.close(done));
  expect(await findFreePort({ PORT: String(port) })).toBe(port);
});

it('[LA10] what is no port, or no address of this machine, is refused', async () => {
  for (const PORT of ['65536', '-1', 'http', '3000.5']) {
    await expect(findFreePort({ PORT })).rejects.toThrow('entre 0 et 65535');
  }
  await expect(findFreePort({ PORT: '0', HOST: '203.0.113.7' })).rejects.toThrow('HOST');
});
