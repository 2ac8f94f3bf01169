/**
 * A Socket.IO server lives in this test: libraries are read as Node reads them.
 * @jest-environment-options {"customExportConditions": ["node", "node-addons", "development"]}
 */
// The volunteers' page after somebody left it: what they still waited for, over their line, comes to nobody.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Colleague } from '@veille/shared';
import { aListenHouse } from '../../test/a-listen-house.js';
import { eventually } from '../../test/eventually.js';
import { objectsOf, shownBy } from '../../test/shown.js';
import { access } from '../staff/access.js';
import { ListenFace } from './listen.svelte.js';

const colleague: Colleague = { handle: 'h', pseudonym: 'Dominique', place: null };

const deeds: Record<string, (face: ListenFace) => unknown> = {
  'their shift': (face) => face.startShift('home'),
  'their offer': (face) => face.accept('offer'),
  'a closing of the door': (face) => face.askClosure(),
  'their colleagues': (face) => face.handing.begin('conversation'),
  'giving their caller back': (face) => face.handing.back('conversation'),
  'giving their caller on': (face) => face.handing.to('conversation', colleague),
  'a call when many wait': (face) => face.recall.wish(true),
};

let house: Awaited<ReturnType<typeof aListenHouse>>;
beforeEach(async () => {
  house = await aListenHouse();
});
afterEach(() => house.end());

/** How well the service is reached is nobody's own. */
const shown = (face: ListenFace) => shownBy(face, ['link', 'cut', 'out']);

it.each(Object.entries(deeds))(
  '[FA60] %s, asked for by a volunteer who leaves, comes to nobody',
  async (_, asks) => {
    const untouched = new ListenFace('http://127.0.0.1:1', undefined);
    await untouched.signOut();
    const face = await house.arrive();
    expect(shown(face)).not.toEqual(shown(untouched));
    void asks(face);
    await eventually(() => expect(house.asked).not.toEqual([]));
    // What nobody answered is refused when the line closes.
    await face.signOut();
    await access.me();
    expect(shown(face)).toEqual(shown(untouched));
  },
);

it('[FA60] of the objects of this page the others are tried at the desk', async () => {
  const ofTheDesk = ['Account', 'Own', 'Proving', 'Enrolling', 'ChangingPassword', 'OwnFactor', 'Sessions'];
  const objects = [...objectsOf(await house.arrive()).keys()];
  const here = ['ListenFace', 'HandingOver', 'Recall', 'Seat'];
  expect(objects.sort()).toEqual([...here, ...ofTheDesk, 'AtPost', 'Staying'].sort());
});
