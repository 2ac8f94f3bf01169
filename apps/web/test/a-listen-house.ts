// Volunteers' pages over a Socket.IO server of their own: whoever comes is welcomed, off shift; what they ask is noted, and is
// answered where an answer is given.
import { createServer } from 'node:http';
import { expect } from '@jest/globals';
import { Server } from 'socket.io';
import { ListenFace } from '../src/listen/listen.svelte.js';
import { deskAnswers } from './desk-answers.js';
import { eventually } from './eventually.js';
import { lateAnswers } from './late-answers.js';

const line = { id: 'principale', name: 'Ligne principale' };
const welcome = { pseudonym: 'Camille', line, lines: [line], posts: [] };

/** `answers`: by event; of the others nobody hears any more. */
export async function aListenHouse(answers: Readonly<Record<string, object>> = {}) {
  const asked: string[] = [];
  const faces: ListenFace[] = [];
  const service = lateAnswers({ ...deskAnswers, '/api/post/here': {} });
  const matchMedia = () => ({ matches: true });
  Object.assign(globalThis, { window: { location: { hostname: 'localhost' }, matchMedia } });
  Object.assign(globalThis, { isSecureContext: true });
  const http = createServer();
  const server = new Server(http);
  server.of('/listen').on('connection', (socket) => {
    socket.onAny((event: string, ...said: unknown[]) => {
      asked.push(event);
      const [answer, reply] = [answers[event], said.at(-1)];
      if (answer && isReply(reply)) reply({ answer });
    });
    socket.emit('listen.welcome', welcome);
    socket.emit('line.queue', { waiting: 3, longest: 1_000 });
    socket.emit('line.recall', { called: true, waiting: 3 });
    socket.emit('volunteer.is', { at: 'off', languages: ['fr'] });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    asked,
    tell: (event: string, payload: object) => server.of('/listen').emit(event, payload),
    async arrive(): Promise<ListenFace> {
      const face = new ListenFace(`http://127.0.0.1:${port}`, undefined);
      faces.push(face);
      await face.account.arrive({ invitation: undefined }, () => undefined);
      await eventually(() => expect(face.state.at).toBe('off'));
      return face;
    },
    async end(): Promise<void> {
      for (const face of faces) await face.signOut();
      service.stop();
      await server.close();
      for (const name of ['window', 'isSecureContext']) Reflect.deleteProperty(globalThis, name);
    },
  };
}

const isReply = (last: unknown): last is (said: object) => void => typeof last === 'function';
