/**
 * A Socket.IO server lives in this test: libraries are read as Node reads them.
 * @jest-environment-options {"customExportConditions": ["node", "node-addons", "development"]}
 */
// The volunteers' page after somebody left it: what they still waited for, over their line, comes to nobody.
import { createServer } from 'node:http';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Colleague } from '@veille/shared';
import { Server } from 'socket.io';
import { deskAnswers } from '../../test/desk-answers.js';
import { eventually } from '../../test/eventually.js';
import { lateAnswers } from '../../test/late-answers.js';
import { objectsOf, shownBy } from '../../test/shown.js';
import { access } from '../staff/access.js';
import { ListenFace } from './listen.svelte.js';

const colleague: Colleague = { handle: 'h', pseudonym: 'Dominique', place: null };
const line = { id: 'principale', name: 'Ligne principale' };
const welcome = { pseudonym: 'Camille', line, lines: [line], posts: [] };

const deeds: Record<string, (face: ListenFace) => unknown> = {
  'their shift': (face) => face.startShift('home'),
  'their offer': (face) => face.accept('offer'),
  'a closing of the door': (face) => face.askClosure(),
  'their colleagues': (face) => face.handing.begin('conversation'),
  'giving their caller back': (face) => face.handing.back('conversation'),
  'giving their caller on': (face) => face.handing.to('conversation', colleague),
  'a call when many wait': (face) => face.recall.wish(true),
};

let server: Server;
let asked: string[];
let service: ReturnType<typeof lateAnswers>;
let arrive: () => Promise<ListenFace>;
let faces: ListenFace[];

beforeEach(async () => {
  [asked, faces] = [[], []];
  service = lateAnswers({ ...deskAnswers, '/api/post/here': {} });
  const matchMedia = () => ({ matches: true });
  Object.assign(globalThis, { window: { location: { hostname: 'localhost' }, matchMedia } });
  Object.assign(globalThis, { isSecureContext: true });
  const http = createServer();
  server = new Server(http);
  server.of('/listen').on('connection', (socket) => {
    socket.onAny((event: string) => asked.push(event));
    socket.emit('listen.welcome', welcome);
    socket.emit('line.queue', { waiting: 3, longest: 1_000 });
    socket.emit('line.recall', { called: true, waiting: 3 });
    socket.emit('volunteer.is', { at: 'off', languages: ['fr'] });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  arrive = () => camilleAtTheirPage(`http://127.0.0.1:${port}`);
});
afterEach(async () => {
  for (const face of faces) await face.signOut();
  service.stop();
  await server.close();
  for (const name of ['window', 'isSecureContext']) Reflect.deleteProperty(globalThis, name);
});

async function camilleAtTheirPage(origin: string): Promise<ListenFace> {
  const face = new ListenFace(origin, undefined);
  faces.push(face);
  await face.account.arrive({ invitation: undefined }, () => undefined);
  await eventually(() => expect(face.state.at).toBe('off'));
  return face;
}

/** How well the service is reached is nobody's own. */
const shown = (face: ListenFace) => shownBy(face, ['link', 'cut', 'out']);

it.each(Object.entries(deeds))(
  '[FA60] %s, asked for by a volunteer who leaves, comes to nobody',
  async (_, asks) => {
    const untouched = new ListenFace('http://127.0.0.1:1', undefined);
    await untouched.signOut();
    const face = await arrive();
    expect(shown(face)).not.toEqual(shown(untouched));
    void asks(face);
    await eventually(() => expect(asked).not.toEqual([]));
    // What nobody answered is refused when the line closes.
    await face.signOut();
    await access.me();
    expect(shown(face)).toEqual(shown(untouched));
  },
);

it('[FA60] of the objects of this page the others are tried at the desk', async () => {
  const ofTheDesk = ['Account', 'Own', 'Proving', 'Enrolling', 'ChangingPassword', 'OwnFactor', 'Sessions'];
  const objects = [...objectsOf(await arrive()).keys()];
  const here = ['ListenFace', 'HandingOver', 'Recall', 'Seat'];
  expect(objects.sort()).toEqual([...here, ...ofTheDesk, 'AtPost', 'Staying'].sort());
});
