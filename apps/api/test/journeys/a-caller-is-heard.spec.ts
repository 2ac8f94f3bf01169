// The main job: a caller waits, is heard by a volunteer on another node, and leaves no trace.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import { aFreeVolunteer, aWaitingCaller } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

it('[I4] [CV2] a caller waits, is heard, and leaves no trace', async () => {
  const { tab: volunteer } = await aFreeVolunteer(service, 1);
  const before = await keysOf(service);
  const caller = await aWaitingCaller(service, 0);
  const offered = await volunteer.until('volunteer.is', ({ at }) => at === 'offered');
  if (offered.at !== 'offered') throw new Error('unreachable');
  expect(await volunteer.ask('offer.accept', { offer: offered.offer })).toEqual({ answer: {} });
  const talking = await caller.until('caller.is', ({ at }) => at === 'talking');
  await volunteer.until('volunteer.is', ({ at }) => at === 'talking');
  if (talking.at !== 'talking') throw new Error('unreachable');
  const { conversation } = talking;

  const envelope = anEnvelope(conversation);
  expect(await caller.ask('conversation.say', envelope)).toEqual({ answer: { relay: 'relayed' } });
  await eventually(() => expect(volunteer.told('conversation.say')).toEqual([envelope]));
  expect(await volunteer.ask('conversation.say', envelope)).toEqual({ answer: { relay: 'relayed' } });
  await eventually(() => expect(caller.told('conversation.say')).toEqual([envelope]));

  expect(await caller.ask('conversation.end', { conversation })).toEqual({ answer: {} });
  await caller.until('caller.is', (is) => is.at === 'gone' && is.why === 'you-ended');
  await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
  expect(volunteer.last('conversation.over')).toEqual({ why: 'caller-left' });
  await eventually(async () => expect(await keysOf(service)).toEqual(before));
});

/** What the live store holds but for the volunteer's shift, the alarms' machinery, and the line's own numbers. */
async function keysOf({ live }: Service): Promise<string[]> {
  const keys = await live.client.keys('*');
  return keys.filter((key) => !/^\{alarms\}|:free$|:recent:\d+$|:said:/.test(key)).sort();
}
