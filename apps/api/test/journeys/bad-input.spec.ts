// Bad input: every event of every face, wrongly put, gets one word and changes nothing.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { callerAsks, deskAsks, limits, listenAsks, WIRE_VERSION } from '@veille/shared';
import { aService, type Service } from '../harness/a-service.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aDesk, aVolunteer } from '../harness/people.js';
import { Tab } from '../harness/tab.js';

let service: Service;
beforeAll(async () => {
  service = await aService();
});
afterAll(() => service.end());

const wrong: unknown[][] = [
  [],
  [null],
  [[]],
  ['text'],
  [42],
  [{ extra: true }],
  [{ conversation: { $ne: '' }, offer: [], place: 7 }],
  [{ __proto__: null, conversation: 'x'.repeat(5_000) }],
  [{}, {}],
];

describe.each([
  ['caller', callerAsks, () => aCaller(service)],
  ['listen', listenAsks, async () => (await aVolunteer(service)).tab],
])('the %s face', (_face, asks, aTab) => {
  it.each(Object.keys(asks))('[DO2] refuses every malformed %s', async (event) => {
    const tab = await aTab();
    for (const payload of wrong)
      expect(await tab.askAnything(event, ...payload)).toEqual({ refused: 'malformed' });
    tab.die();
  });

  it('[DO1] refuses what it does not know', async () => {
    const tab = await aTab();
    for (const event of ['hello', 'toString', '__proto__', 'constructor', 'caller.is', 'closing'])
      expect(await tab.askAnything(event, {})).toEqual({ refused: 'unknown' });
    tab.die();
  });
});

it('[DO1] the desk asks nothing over its socket, but whether it lives', async () => {
  const desk = await aDesk(service);
  expect(Object.keys(deskAsks)).toEqual(['presence.here']);
  expect(await desk.askAnything('shift.free', {})).toEqual({ refused: 'unknown' });
});

it('[FA16] every face answers a page that asks whether its line lives', async () => {
  const tabs = [aCaller(service), (await aVolunteer(service)).tab, await aDesk(service)];
  for (const tab of tabs) expect(await tab.askAnything('presence.here', {})).toEqual({ answer: {} });
});

it('[DO3] what is well put but out of its state is not now', async () => {
  const caller = aCaller(service);
  expect(await caller.ask('line.leave', {})).toEqual({ refused: 'not-now' });
  expect(await caller.ask('conversation.say', anEnvelope('nowhere-at-all'))).toEqual({ refused: 'not-now' });
  const { tab } = await aVolunteer(service);
  for (const event of ['shift.free', 'shift.away'] as const)
    expect(await tab.ask(event, {})).toEqual({ refused: 'not-now' });
  expect(await tab.ask('offer.accept', { offer: 'none' })).toEqual({ refused: 'too-late' });
  expect(await tab.ask('shift.start', { place: 'atlantis' })).toEqual({ refused: 'malformed' });
  expect(tab.last('volunteer.is')).toMatchObject({ at: 'off' });
});

it('[DO4] who speaks too fast is told so, and who goes on is closed', async () => {
  const tab = aCaller(service);
  const replies = await Promise.allSettled(
    Array.from({ length: 700 }, () => tab.askAnything('line.leave', {})),
  );
  expect(replies).toContainEqual({ status: 'fulfilled', value: { refused: 'too-fast' } });
  await eventually(() => expect(tab.socket.connected).toBe(false));
  expect(tab.closedWith()).toBe('unruly');
});

it('[DO2] a frame that is too large closes the socket', async () => {
  const tab = aCaller(service);
  await eventually(() => expect(tab.socket.connected).toBe(true));
  tab.socket.emit('conversation.say', 'x'.repeat(limits.frame + 1));
  await eventually(() => expect(tab.socket.connected).toBe(false));
});

it.each([
  ['another version', { version: WIRE_VERSION + 1, line: 'principale' }, 'version'],
  ['no version', { line: 'principale' }, 'malformed'],
  ['a line that is not there', { version: WIRE_VERSION, line: 'atlantis' }, 'refused'],
  ['more than it should say', { version: WIRE_VERSION, line: 'principale', name: 'x' }, 'malformed'],
])('[DO5] a page with %s is not let in', async (_what, auth, word) => {
  const tab = new Tab({ url: `${service.at(0)}/caller`, auth }, {});
  await eventually(() => expect(tab.refused).toBe(word));
});

it.each(['listen', 'desk'])('[DO5] nobody enters %s without a session', async (face) => {
  for (const cookie of ['', '__Host-veille=' + 'A'.repeat(43)]) {
    const tab = new Tab({ url: `${service.at(0)}/${face}`, auth: { version: WIRE_VERSION }, cookie }, {});
    await eventually(() => expect(tab.refused).toBe('signed-out'));
  }
});
