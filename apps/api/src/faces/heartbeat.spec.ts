// A tab whose page does not answer is silent after eight seconds, however open its socket is.
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import type { Rhythm } from '../presence/presence.service.js';
import { listenToHeart, type Ping, type Pinged } from './heartbeat.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

type Chosen = Partial<Rhythm> & { tells?: (ping: Ping) => Promise<void> };
const nothingKnown = async () => undefined;

/** A socket as the heartbeat sees one: `answers` is what its page does with a ping. */
class FakeSocket extends EventEmitter implements Pinged {
  pings = 0;
  bore: unknown[] = [];

  constructor(private readonly answers: () => Promise<void>) {
    super();
  }

  timeout(milliseconds: number) {
    return {
      emitWithAck: (_event: string, truth: object) => {
        this.pings += 1;
        this.bore.push(truth);
        const silence = new Promise<never>((_resolve, reject) => {
          setTimeout(() => reject(new Error('no answer')), milliseconds);
        });
        return Promise.race([this.answers(), silence]);
      },
    };
  }
}

const listening = (socket: FakeSocket, { tells = nothingKnown, ...chosen }: Chosen = {}) => {
  const heard = { answered: 0, silent: 0 };
  const rhythm = { pingEvery: 10_000, pingWithin: 8_000 };
  listenToHeart(socket, {
    first: rhythm,
    rhythm: async () => ({ ...rhythm, ...chosen }),
    tells,
    answered: async () => void (heard.answered += 1),
    silent: () => void (heard.silent += 1),
  });
  return heard;
};

it('[PR5] a page that answers is asked again every ten seconds', async () => {
  const heard = listening(new FakeSocket(async () => undefined));
  await jest.advanceTimersByTimeAsync(30_000);
  expect(heard).toEqual({ answered: 3, silent: 0 });
});

it('[PR5] a page that does not answer is silent eight seconds after it was asked', async () => {
  const heard = listening(new FakeSocket(() => new Promise(() => undefined)));
  await jest.advanceTimersByTimeAsync(17_999);
  expect(heard).toEqual({ answered: 0, silent: 0 });
  await jest.advanceTimersByTimeAsync(2);
  expect(heard).toEqual({ answered: 0, silent: 1 });
});

it('[PR5] a socket that closed is asked no more, and leaves nothing behind', async () => {
  const socket = new FakeSocket(async () => undefined);
  listening(socket);
  socket.emit('disconnect');
  await jest.advanceTimersByTimeAsync(60_000);
  expect(socket.pings).toBe(0);
  expect(socket.listenerCount('disconnect')).toBe(0);
});

it('[PR8] what the line chooses for its pings holds for a tab that is here already, one ping later', async () => {
  const faster = listening(new FakeSocket(async () => undefined), { pingEvery: 2_000 });
  await jest.advanceTimersByTimeAsync(25_000);
  expect(faster.answered).toBe(4); // at 10, 20, 22 and 24 seconds
  let pings = 0;
  const answersOnce = () => ((pings += 1) === 1 ? Promise.resolve() : new Promise<void>(() => undefined));
  const stricter = listening(new FakeSocket(answersOnce), { pingWithin: 1_000 });
  await jest.advanceTimersByTimeAsync(20_999);
  expect(stricter).toEqual({ answered: 1, silent: 0 });
  await jest.advanceTimersByTimeAsync(2);
  expect(stricter).toEqual({ answered: 1, silent: 1 });
});

it('[TL1] a ping bears where its person is; when that cannot be read, it is sent all the same, and once', async () => {
  const truth = { ticket: 'sealed', is: { at: 'free' } } as const;
  const knowing = new FakeSocket(async () => undefined);
  listening(knowing, { tells: async (ping) => ping(truth) });
  const outage = new FakeSocket(async () => undefined);
  listening(outage, { tells: () => Promise.reject(new Error('the store is out')) });
  await jest.advanceTimersByTimeAsync(20_000);
  expect([knowing.bore, outage.bore]).toEqual([
    [truth, truth],
    [{}, {}],
  ]);
});
