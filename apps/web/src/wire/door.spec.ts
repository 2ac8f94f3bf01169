/**
 * A Socket.IO server lives in this test: libraries are read as Node reads them.
 * @jest-environment-options {"customExportConditions": ["node", "node-addons", "development"]}
 */
// The typed socket against a real Socket.IO server: what it lets through, what it refuses, and when it comes back.
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { callerAsks, callerTells } from '@veille/shared';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { eventually } from '../../test/eventually.js';
import { heldClock } from '../../test/held-clock.js';
import { pageClock } from './clock.js';
import type { Clock } from './clock.js';
import { Door, SILENT_AFTER } from './door.js';
import { ALIVE_WITHIN, QUIET_AFTER } from './line-life.js';
import { LOST_AFTER, WELL_AFTER } from './link.js';

type Knock = { auth: Record<string, unknown>; socket: Socket };

let server: Server;
let knocks: Knock[];
let refuse: string[];
let news: string[];
let ticket: string;
let door: Door<typeof callerAsks, typeof callerTells>;
let open: (clock?: Clock) => typeof door;

beforeEach(async () => {
  [knocks, refuse, news, ticket] = [[], [], [], 'first'];
  const http = createServer();
  server = new Server(http);
  server.of('/caller').use((socket, next) => {
    const refused = refuse.shift();
    next(refused ? Object.assign(new Error('refused'), { data: { refused } }) : undefined);
  });
  server.of('/caller').on('connection', (socket) => knocks.push({ auth: socket.handshake.auth, socket }));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  open = (clock = pageClock) => aDoor(clock, `http://127.0.0.1:${port}`);
  door = open();
});

afterEach(async () => {
  door.close();
  await server.close();
});

function aDoor(clock: Clock, origin: string): Door<typeof callerAsks, typeof callerTells> {
  return new Door(
    { namespace: '/caller', asks: callerAsks, tells: callerTells, handshake: () => ({ ticket }) },
    {
      link: (link, cut) => news.push(link === 'lost' ? `lost: ${cut}` : link),
      refused: (why) => news.push(`refused: ${why}`),
      closed: (why) => news.push(`closed: ${why}`),
    },
    { clock, origin },
  );
}

const opened = async (): Promise<Socket> => {
  door.open();
  await eventually(() => expect(news).toContain('open'));
  const socket = knocks.at(-1)?.socket;
  if (!socket) throw new Error('nobody knocked');
  return socket;
};

const short = { band: 'under-10', unlikely: false };
const waiting = { at: 'waiting', place: 2, since: 'joined', language: 'fr', ...short };

describe('the door of a face', () => {
  it('[FA5] hears what the wire knows, and nothing that does not fit it', async () => {
    const heard: unknown[] = [];
    door.hear('caller.is', (is) => heard.push(is));
    const socket = await opened();
    socket.emit('caller.is', { ...waiting, place: 0 });
    socket.emit('caller.is', { ...waiting, name: 'x' });
    socket.emit('caller.is', { at: 'gone', why: 'lost' });
    await eventually(() => expect(heard).toEqual([{ at: 'gone', why: 'lost' }]));
  });

  it('[FA5] an answer that does not fit the wire is an outage, and a refusal stays a word', async () => {
    const answers: unknown[] = [
      { answer: {} },
      { refused: 'not-now' },
      { refused: 'maybe' },
      'yes',
      { answer: 7 },
    ];
    const socket = await opened();
    socket.on('line.join', (_asked: unknown, answer: (said: unknown) => void) => answer(answers.shift()));
    const said = [];
    for (let asked = 0; asked < 5; asked += 1) said.push(await door.ask('line.join', {}));
    const unavailable = { refused: 'unavailable' };
    expect(said).toEqual([{ answer: {} }, { refused: 'not-now' }, unavailable, unavailable, unavailable]);
  });

  it('[FA5] nothing is sent that the wire would refuse, and nothing waits for a line that is down', async () => {
    const heard: string[] = [];
    expect(await door.ask('line.join', {})).toEqual({ refused: 'unavailable' });
    door.mention('line.leave', {});
    (await opened()).onAny((event: string) => heard.push(event));
    door.mention('line.join', {});
    await eventually(() => expect(heard).toEqual(['line.join']));
    expect(await door.ask('conversation.here', { conversation: '!' })).toEqual({ refused: 'malformed' });
  });

  it('[FA6] answers a ping at once', async () => {
    door.hear('presence.ping', () => undefined);
    const socket = await opened();
    expect(await socket.timeout(1_000).emitWithAck('presence.ping', {})).toEqual({});
  });

  it('[FA7] comes back by itself when the service restarts, with the latest ticket', async () => {
    const socket = await opened();
    ticket = 'second';
    socket.emit('closing', { why: 'restarting' });
    socket.disconnect(true);
    await eventually(() =>
      expect(knocks.map(({ auth }) => auth)).toEqual([{ ticket: 'first' }, { ticket: 'second' }]),
    );
  });

  it('[FA16] asks when the page wakes, and stays on a line that answers', async () => {
    const time = heldClock();
    door = open(time.clock);
    const socket = await opened();
    socket.on('presence.here', (_asked: unknown, answer: (said: object) => void) => answer({ answer: {} }));
    socket.on('line.join', (_asked: unknown, answer: (said: object) => void) => answer({ answer: {} }));
    door.wake();
    await door.ask('line.join', {});
    time.advance(ALIVE_WITHIN);
    expect(await door.ask('line.join', {})).toEqual({ answer: {} });
    expect(knocks).toHaveLength(1);
  });

  it('[FA16] comes back at once on a line that gives no sign of life within two seconds', async () => {
    const time = heldClock();
    door = open(time.clock);
    const socket = await opened();
    const heard: string[] = [];
    socket.onAny((event: string) => heard.push(event));
    door.wake();
    await eventually(() => expect(heard).toEqual(['presence.here']));
    time.advance(ALIVE_WITHIN - 1);
    expect(knocks).toHaveLength(1);
    time.advance(1);
    await eventually(() => expect(knocks).toHaveLength(2));
  });

  it('[FA3] what is asked and not answered for four seconds is said, and taken back with the first answer', async () => {
    const time = heldClock();
    door = open(time.clock);
    const socket = await opened();
    const answers: ((said: object) => void)[] = [];
    socket.on('line.join', (_asked: unknown, answer: (said: object) => void) => answers.push(answer));
    const joined = door.ask('line.join', {});
    await eventually(() => expect(answers).toHaveLength(1));
    time.advance(SILENT_AFTER - 1);
    expect(news).toEqual(['open']);
    time.advance(1);
    expect(news).toEqual(['open', 'lost: line']);
    answers[0]?.({ answer: {} });
    await joined;
    expect(news).toEqual(['open', 'lost: line', 'open']);
  });

  it('[FA3] a page whose pings do not come asks, and says that the line is cut if nobody answers', async () => {
    const time = heldClock();
    door = open(time.clock);
    const socket = await opened();
    const heard: string[] = [];
    socket.onAny((event: string) => heard.push(event));
    time.advance(QUIET_AFTER - 1);
    expect(heard).toEqual([]);
    time.advance(1);
    await eventually(() => expect(heard).toEqual(['presence.here']));
    refuse.push('unavailable');
    time.advance(LOST_AFTER);
    expect(news).toEqual(['open', 'lost: line']);
  });

  it('[FA3] a device without network is named, and believed only until the service speaks', async () => {
    const time = heldClock();
    door = open(time.clock);
    const socket = await opened();
    let pings = 0;
    door.hear('presence.ping', () => (pings += 1));
    door.cutOff();
    socket.emit('presence.ping', {});
    await eventually(() => expect(pings).toBe(1));
    time.advance(LOST_AFTER);
    expect(news).toEqual(['open']);
    door.cutOff();
    time.advance(LOST_AFTER);
    expect(news).toEqual(['open', 'lost: device']);
    door.wake();
    await eventually(() => expect(news.at(-1)).toBe('open'));
  });

  it('[FA21] a service that says it is not well is named, and not the line', async () => {
    const time = heldClock();
    door = open(time.clock);
    const socket = await opened();
    socket.on('line.join', (_asked: unknown, answer: (said: object) => void) =>
      answer({ refused: 'unavailable' }),
    );
    await door.ask('line.join', {});
    time.advance(LOST_AFTER);
    expect(news).toEqual(['open', 'lost: service']);
    let pings = 0;
    door.hear('presence.ping', () => (pings += 1));
    socket.emit('presence.ping', {});
    await eventually(() => expect(pings).toBe(1));
    expect(news).toEqual(['open', 'lost: service']);
    time.advance(WELL_AFTER);
    socket.emit('presence.ping', {});
    await eventually(() => expect(news).toEqual(['open', 'lost: service', 'open']));
    socket.emit('closing', { why: 'restarting' });
    socket.disconnect(true);
    await eventually(() => expect(socket.connected).toBe(false));
    await door.ask('line.join', {});
    time.advance(100);
    await server.close();
    await eventually(() => {
      time.advance(LOST_AFTER);
      expect(news.at(-1)).toBe('lost: service');
    });
  });

  it.each(['another-tab', 'signed-out', 'unruly'])(
    '[FA7] does not come back when it is closed as %s',
    async (why) => {
      const socket = await opened();
      socket.emit('closing', { why });
      await eventually(() => expect(news).toEqual(['open', `closed: ${why}`]));
      await eventually(() => expect(socket.connected).toBe(false));
      expect(knocks).toHaveLength(1);
    },
  );

  it('[FA7] knocks again when the moment is bad, and stays out when it is refused', async () => {
    refuse.push('unavailable', 'refused');
    door.open();
    await eventually(() => expect(news).toEqual(['refused: refused']));
    expect(knocks).toEqual([]);
  });
});
