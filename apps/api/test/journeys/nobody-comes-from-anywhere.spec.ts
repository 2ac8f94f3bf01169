// Once let in, nothing in the process says where a socket came from; and a page of another site is not let in.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { WIRE_VERSION } from '@veille/shared';
import { io, type Socket } from 'socket.io-client';
import { inspect } from 'node:util';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { CallerTabs } from '../../src/faces/face-tabs.js';
import { callerId } from '@veille/domain';

const marks = {
  'user-agent': 'Marque/77',
  'accept-language': 'xx-MARQUE',
  'x-forwarded-for': '203.0.113.77',
};

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service.end());

const knock = (extraHeaders: Record<string, string>): Socket =>
  io(`${service.at(0)}/caller`, {
    auth: { version: WIRE_VERSION, line: 'principale' },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders,
  });

it('[DO6] nothing of the way a caller came by is left on the server’s side of the socket', async () => {
  const tab = knock(marks);
  tab.onAny((event: string, ...rest: unknown[]) => {
    const answer = rest.at(-1);
    if (event === 'presence.ping' && typeof answer === 'function') Reflect.apply(answer, undefined, [{}]);
  });
  await eventually(() => expect(tab.connected).toBe(true));
  await tab.timeout(20_000).emitWithAck('line.join', {});
  const [id = ''] = await service.live.client.zrange('{principale}:queue', '0', '-1');
  const held = service.nodes[0]?.app.get(CallerTabs).here({ role: 'caller', id: callerId(id) });
  const { handshake, request, conn } = held?.socket ?? {};
  // What the server's own fields hold, and what Node's request does; the kernel's end of the wire is not ours.
  const seen = inspect([
    handshake,
    request?.headers,
    request?.rawHeaders,
    Object.values(conn ?? {}).filter(isText),
    request && Reflect.get(request.socket, '_peername'),
  ]);
  expect(held).toBeDefined();
  for (const mark of [...Object.values(marks), '127.0.0.1']) expect(seen).not.toContain(mark);
  await tab.timeout(20_000).emitWithAck('line.leave', {});
  tab.disconnect();
});

it('[DO6] a connection that knocks at a second face afterwards harms nobody', async () => {
  const tab = knock({});
  await eventually(() => expect(tab.connected).toBe(true));
  const second = tab.io.socket('/listen', { auth: { version: WIRE_VERSION } });
  const refused = new Promise((resolve) => second.once('connect_error', resolve));
  second.connect();
  expect(await refused).toMatchObject({ data: { refused: 'signed-out' } });
  expect(tab.connected).toBe(true);
  tab.disconnect();
});

it('[DO7] a page of another site is not let in', async () => {
  const tab = knock({ origin: 'https://elsewhere.example' });
  const fault = await new Promise((resolve) => tab.once('connect_error', resolve));
  expect(fault).toBeInstanceOf(Error);
  expect(tab.connected).toBe(false);
});

const isText = (value: unknown): value is string => typeof value === 'string';
