// A tab whose page does not answer is silent after eight seconds, however open its socket is.
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { listenToHeart, type Pinged } from './heartbeat.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** A socket as the heartbeat sees one: `answers` is what its page does with a ping. */
class FakeSocket extends EventEmitter implements Pinged {
  pings = 0;

  constructor(private readonly answers: () => Promise<void>) {
    super();
  }

  timeout(milliseconds: number) {
    return {
      emitWithAck: () => {
        this.pings += 1;
        const silence = new Promise<never>((_resolve, reject) => {
          setTimeout(() => reject(new Error('no answer')), milliseconds);
        });
        return Promise.race([this.answers(), silence]);
      },
    };
  }
}

const listening = (socket: FakeSocket) => {
  const heard = { answered: 0, silent: 0 };
  listenToHeart(socket, {
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
