// A port nobody has at this moment.
import { once } from 'node:events';
import { createServer } from 'node:net';

export async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a port was given to nobody');
  return address.port;
}
