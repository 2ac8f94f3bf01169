/**
 * A Socket.IO server lives in this test: libraries are read as Node reads them.
 * @jest-environment-options {"customExportConditions": ["node", "node-addons", "development"]}
 */
// The caller's page against a service that answers as the real one: what is kept, what is wiped, what is tried again.
import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Server } from 'socket.io';
import type { Socket } from 'socket.io';
import { anOpenLine } from '../../test/a-line.js';
import { aPage } from '../../test/a-page.js';
import { eventually } from '../../test/eventually.js';
import { TicketSlip } from '../wire/ticket.js';
import { CallerFace } from './caller.svelte.js';

type Knock = { ticket: unknown; socket: Socket };

let server: Server;
let knocks: Knock[];
let asked: string[];
let badTickets: unknown[];
let slip: TicketSlip;
let face: CallerFace;
let page: ReturnType<typeof aPage>;

beforeEach(async () => {
  Object.defineProperty(globalThis, 'isSecureContext', { value: true, configurable: true });
  [knocks, asked, badTickets] = [[], [], []];
  page = aPage();
  const http = createServer();
  server = new Server(http);
  const doors = server.of('/caller');
  doors.use(({ handshake }, next) => {
    const isBad = badTickets.includes(handshake.auth['ticket']);
    next(isBad ? Object.assign(new Error('refused'), { data: { refused: 'refused' } }) : undefined);
  });
  doors.on('connection', (socket) => {
    knocks.push({ ticket: socket.handshake.auth['ticket'], socket });
    socket.onAny((event: string, _asked: unknown, answer?: (said: object) => void) => {
      asked.push(event);
      answer?.({ answer: {} });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  slip = new TicketSlip(undefined);
  face = new CallerFace(slip, {
    line: 'principale',
    origin: `http://127.0.0.1:${port}`,
    storage: undefined,
  });
});

/** Closed for good, the page does not knock again. */
afterEach(async () => {
  server.of('/caller').emit('closing', { why: 'unruly' });
  await eventually(() => expect(server.of('/caller').sockets.size).toBe(0));
  await server.close();
  page.remove();
});

async function told(...news: [string, object][]): Promise<Socket> {
  await eventually(() => expect(knocks.length).toBeGreaterThan(0));
  const socket = knocks.at(-1)?.socket;
  for (const [event, load] of news) socket?.emit(event, load);
  if (!socket) throw new Error('nobody knocked');
  return socket;
}

const waiting = {
  at: 'waiting',
  place: 1,
  since: 'joined',
  language: 'fr',
  band: 'under-10',
  unlikely: false,
} as const;
const talking = { at: 'talking', conversation: 'conversation-1', tab: 1, peer: 'here' } as const;

describe('the caller’s page', () => {
  it('[FA1] takes a seat at pairing, and first words leave', async () => {
    face.arrive();
    await told(['caller.is', waiting]);
    face.words.hold('bonsoir');
    await told(['caller.is', talking]);
    await eventually(() => expect(face.seat.talk?.lines).toMatchObject([{ by: 'me', text: 'bonsoir' }]));
    expect(face.words.held).toEqual([]);
    await told(['caller.is', { at: 'gone', why: 'listener-ended' }]);
    await eventually(() => expect(face.state).toEqual({ at: 'gone', why: 'listener-ended' }));
  });

  it('[FA13] holds no word, seat or ticket when the stay is over', async () => {
    face.arrive();
    await told(['caller.ticket', { ticket: 'first' }], ['caller.is', waiting]);
    await eventually(() => expect(slip.current).toBe('first'));
    face.words.draft = 'je ne sais pas';
    await told(['caller.is', { at: 'gone', why: 'listener-ended' }]);
    await eventually(() => expect(face.state.at).toBe('gone'));
    expect([face.words.draft, face.seat.talk, slip.current]).toEqual(['', undefined, undefined]);
  });

  it('[FA13] who is left may read the last words, with no key, seat or ticket behind them', async () => {
    face.arrive();
    await told(['caller.ticket', { ticket: 'first' }], ['caller.is', waiting], ['caller.is', talking]);
    await eventually(() => expect(face.seat.talk).toBeDefined());
    face.say('merci');
    await told(['caller.is', { at: 'gone', why: 'listener-ended' }]);
    await eventually(() => expect(face.state.at).toBe('gone'));
    expect(face.last.lines).toMatchObject([{ text: 'merci' }]);
    expect([face.seat.talk, slip.current]).toEqual([undefined, undefined]);
    face.last.erase();
    expect(face.last.lines).toEqual([]);
  });

  it('[FA13] who ended it, or leaves the line afterwards, has no last words', async () => {
    face.arrive();
    await told(['caller.is', waiting], ['caller.is', talking]);
    await eventually(() => expect(face.seat.talk).toBeDefined());
    face.say('merci');
    await told(['caller.is', { ...waiting, since: 'listener-lost' }]);
    await eventually(() => expect(face.last.lines).toMatchObject([{ text: 'merci' }]));
    await told(['caller.is', { ...talking, conversation: 'conversation-2' }]);
    await eventually(() => expect(face.seat.talk).toBeDefined());
    expect(face.last.lines).toEqual([]);
    face.say('encore');
    face.end();
    expect([face.state, face.last.lines]).toEqual([{ at: 'gone', why: 'you-ended' }, []]);
  });

  it('[FA8] leaves at once, tells the service, and is not brought back by what it still says', async () => {
    face.arrive();
    await told(['caller.is', waiting]);
    await eventually(() => expect(face.state.at).toBe('waiting'));
    face.leave();
    expect(face.state).toEqual({ at: 'gone', why: 'you-left' });
    await told(['caller.ticket', { ticket: 'late' }], ['caller.is', waiting]);
    await eventually(() => expect(asked).toContain('line.leave'));
    await eventually(() => expect(slip.current).toBeUndefined());
    expect(face.state.at).toBe('gone');
  });

  it('[FA15] quits at once: the service is told on the way out, and nothing is left to come back with', async () => {
    face.arrive();
    await told(['caller.ticket', { ticket: 'first' }], ['caller.is', waiting]);
    await eventually(() => expect([slip.current, face.state.at]).toEqual(['first', 'waiting']));
    face.words.hold('bonsoir');
    face.quit();
    expect([slip.current, face.words.held, face.seat.talk]).toEqual([undefined, [], undefined]);
    await eventually(() => expect(asked).toEqual(['line.leave']));
    await eventually(() => expect(server.of('/caller').sockets.size).toBe(0));
  });

  it('[FA15] quits a conversation in the same way, and without any line too', async () => {
    face.arrive();
    await told(['caller.is', talking]);
    await eventually(() => expect(face.seat.talk).toBeDefined());
    face.quit();
    expect(face.seat.talk).toBeUndefined();
    await eventually(() => expect(asked).toContain('conversation.end'));
    expect(() => face.quit()).not.toThrow();
  });

  it('[FA7] a ticket that is refused at the door is thrown away, and the caller comes in without', async () => {
    slip.keep('stale');
    badTickets.push('stale');
    face.arrive();
    await eventually(() => expect(knocks.map(({ ticket }) => ticket)).toEqual([undefined]));
    await told(['caller.is', { at: 'outside', line: anOpenLine }]);
    await eventually(() => expect(face.state).toEqual({ at: 'outside', line: anOpenLine }));
  });

  it('[OV11] shows the line as it changes, while it is outside and only then', async () => {
    face.arrive();
    await told(['caller.is', { at: 'outside', line: anOpenLine }]);
    const closed = { ...anOpenLine, is: 'closed', turns: { days: 1, weekday: 0, time: '20:00' } } as const;
    await told(['line.status', closed]);
    await eventually(() => expect(face.state).toEqual({ at: 'outside', line: closed }));
    await told(['caller.is', waiting], ['line.status', anOpenLine]);
    await told(['line.moved', { place: 3, band: 'over-45', unlikely: true }]);
    await eventually(() => expect(face.state).toMatchObject({ place: 1, band: 'over-45', unlikely: true }));
  });

  const question = { at: 'asked', place: 1, left: 8_000 } as const;

  it('[OF10] asks whether somebody is there, and says so only when they do', async () => {
    face.arrive();
    await told(['caller.is', waiting], ['caller.is', question]);
    await eventually(() => expect(face.state).toEqual(question));
    expect(asked).not.toContain('line.here');
    await face.here();
    expect(asked).toContain('line.here');
  });

  it('[LN6] asleep, the place still never grows, and one touch takes it up again', async () => {
    face.arrive();
    await told(
      ['caller.is', { at: 'asleep', place: 2 }],
      ['line.moved', { place: 1, band: 'under-10', unlikely: false }],
    );
    await eventually(() => expect(face.state).toEqual({ at: 'asleep', place: 1 }));
    await face.here();
    expect(asked).toContain('line.here');
  });

  it('[OF13] answers by itself for a person who touched it a moment ago, and nothing moves', async () => {
    face.arrive();
    await told(['caller.is', waiting]);
    await eventually(() => expect(face.state).toEqual(waiting));
    face.stirred();
    await told(['caller.is', question]);
    await eventually(() => expect(asked).toContain('line.here'));
    expect(face.state).toEqual(waiting);
  });

  it('[RB11] knows that the service is out until it is well, or says again where the caller is', async () => {
    face.arrive();
    const socket = await told(['caller.is', waiting], ['service.is', { is: 'out' }]);
    await eventually(() => expect(face.out).toBe(true));
    expect([face.link, face.state]).toEqual(['open', waiting]);
    socket.emit('service.is', { is: 'well' });
    await eventually(() => expect(face.out).toBe(false));
    socket.emit('service.is', { is: 'out' });
    await eventually(() => expect(face.out).toBe(true));
    socket.emit('caller.is', waiting);
    await eventually(() => expect(face.out).toBe(false));
  });

  it('[FA10] knocks at no door where nothing can be sealed', () => {
    Object.defineProperty(globalThis, 'isSecureContext', { value: false, configurable: true });
    face.arrive();
    expect(face.state).toEqual({ at: 'unsafe' });
  });
});
