// No event of a conversation reaches a tab outside it, and nobody speaks in a conversation that is not theirs.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aFreeVolunteer, aPair, aVolunteer, aWaitingCaller } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

const said = (tab: { heard: { event: string }[] }) =>
  tab.heard.filter(({ event }) => event.startsWith('conversation.'));

it('[S1] two conversations side by side hear nothing of each other, nor does anybody else', async () => {
  const one = await aPair(service, { caller: 0, volunteer: 1 });
  const other = await aPair(service, { caller: 1, volunteer: 0 });
  const outside = aCaller(service, 0);
  const waiting = await aWaitingCaller(service, 1);
  const { tab: listening } = await aVolunteer(service, 1);

  for (const number of [1, 2, 3]) {
    await one.caller.ask('conversation.say', anEnvelope(one.conversation, number));
    await one.volunteer.ask('conversation.say', anEnvelope(one.conversation, number));
  }
  await other.volunteer.ask('conversation.say', anEnvelope(other.conversation));
  await eventually(() => {
    expect(one.caller.told('conversation.say')).toHaveLength(3);
    expect(one.volunteer.told('conversation.say')).toHaveLength(3);
    expect(other.caller.told('conversation.say')).toHaveLength(1);
  });
  expect(said(other.volunteer)).toEqual([]);
  for (const tab of [outside, waiting, listening]) expect(said(tab)).toEqual([]);
  await waiting.ask('line.leave', {});
});

it('[S1] whoever names a conversation that is not theirs is refused, and nobody hears them', async () => {
  const one = await aPair(service, { caller: 0, volunteer: 1 });
  const other = await aPair(service, { caller: 1, volunteer: 0 });
  const stranger = aCaller(service, 1);
  const { tab: idle } = await aVolunteer(service, 0);
  const envelope = anEnvelope(one.conversation, 9);
  for (const tab of [other.caller, other.volunteer, stranger, idle]) {
    expect(await tab.askAnything('conversation.say', envelope)).toEqual({ refused: 'not-now' });
    expect(await tab.askAnything('conversation.end', { conversation: one.conversation })).toEqual({
      refused: 'not-now',
    });
  }
  expect(await one.caller.ask('conversation.say', anEnvelope(one.conversation))).toEqual({
    answer: { relay: 'relayed' },
  });
  await eventually(() => expect(one.volunteer.told('conversation.say')).toHaveLength(1));
  expect(said(one.caller)).toEqual([]);
});

it('[S1] a volunteer’s event from a caller’s tab is unknown there', async () => {
  const { caller } = await aPair(service, { caller: 0, volunteer: 1 });
  for (const event of ['shift.start', 'shift.free', 'offer.accept'])
    expect(await caller.askAnything(event, { place: 'home' })).toEqual({ refused: 'unknown' });
  const { tab } = await aFreeVolunteer(service, 0);
  expect(await tab.askAnything('line.join', {})).toEqual({ refused: 'unknown' });
  await tab.ask('shift.stop', {});
});

it('[S1] after the end, nothing passes any more', async () => {
  const { caller, volunteer, conversation } = await aPair(service, { caller: 0, volunteer: 1 });
  await volunteer.ask('conversation.end', { conversation });
  await eventually(async () =>
    expect(await caller.ask('conversation.say', anEnvelope(conversation))).toEqual({ refused: 'not-now' }),
  );
  expect(await volunteer.ask('conversation.say', anEnvelope(conversation))).toEqual({ refused: 'not-now' });
});
