/**
 * A Socket.IO server lives in this test: libraries are read as Node reads them.
 * @jest-environment-options {"customExportConditions": ["node", "node-addons", "development"]}
 */
// What a volunteer asked about their caller's network stays on the screen while it is about that caller, and no longer.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { aListenHouse } from '../../test/a-listen-house.js';
import { eventually } from '../../test/eventually.js';

const talking = (conversation: string | undefined) => ({ at: 'talking', conversation, tab: 1, peer: 'here' });

const [one, two] = ['A', 'B'].map((letter) => letter.repeat(22));

let house: Awaited<ReturnType<typeof aListenHouse>>;
beforeEach(async () => {
  house = await aListenHouse({ 'network.ask': { is: 'asked' } });
});
afterEach(() => house.end());

it('[CN6] that it is asked is told through every ping and in the breather; of the next caller nothing is asked yet', async () => {
  const face = await house.arrive();
  const isTold = async (event: string, is: object) => {
    const before = face.state;
    house.tell(event, event === 'presence.ping' ? { is } : is);
    await eventually(() => expect(face.state).not.toBe(before));
  };
  await isTold('volunteer.is', talking(one));
  await face.askClosure();
  expect(face.closure).toBe('asked');
  await isTold('presence.ping', talking(one));
  await isTold('volunteer.is', { at: 'breather', left: 1_000 });
  expect(face.closure).toBe('asked');
  await isTold('volunteer.is', talking(two));
  expect(face.closure).toBeUndefined();
  await isTold('volunteer.is', { at: 'off', languages: ['fr'] });
});
