// A caller who does not answer "still there?" is skipped, keeps their place, and is back in it at the first sign; on two nodes.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { accepts, aFreeVolunteer, aWaitingCaller, isOffered, placeOf } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { STILL_THERE_SECONDS: '2' } });
});
afterAll(() => service.end());

it('[OF10, OF11, LN6, I6] who does not answer is skipped, keeps the place, and is heard once they are back', async () => {
  const silent = await aWaitingCaller(service, 0);
  silent.reacts = undefined;
  const next = await aWaitingCaller(service, 1);
  await eventually(() => expect(placeOf(next)).toBe(2));
  const { tab: volunteer } = await aFreeVolunteer(service, 1);

  const asked = silent.until('caller.is', ({ at }) => at === 'asleep');
  const conversation = await accepts(volunteer);
  await asked;
  const states = silent.told('caller.is').map(({ at }) => at);
  expect(states.filter((at, n) => at !== states[n - 1])).toEqual(['outside', 'waiting', 'asked', 'asleep']);
  await next.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
  expect(placeOf(silent)).toBe(1);
  // The volunteer was asked once, for the one who was there.
  expect(volunteer.told('volunteer.is').filter(({ at }) => at === 'offered')).toHaveLength(1);

  await next.ask('conversation.end', { conversation });
  await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
  await volunteer.ask('shift.free', {});
  await volunteer.until('volunteer.is', ({ at }) => at === 'free');
  expect(await silent.ask('line.here', {})).toEqual({ answer: {} });
  await silent.until('caller.is', ({ at }) => at === 'asked');
  expect(await silent.ask('line.here', {})).toEqual({ answer: {} });
  await accepts(volunteer);
  await silent.until('caller.is', ({ at }) => at === 'talking');
});

it('[OF12] a volunteer for whom a caller is asked sees nothing of it, and may pause', async () => {
  const silent = await aWaitingCaller(service, 0);
  silent.reacts = undefined;
  const { tab: volunteer } = await aFreeVolunteer(service, 0);
  await silent.until('caller.is', ({ at }) => at === 'asked');
  expect(volunteer.last('volunteer.is')).toEqual({ at: 'free' });
  expect(await volunteer.ask('shift.away', {})).toEqual({ answer: {} });
  await silent.until('caller.is', ({ at }) => at === 'waiting');
  await silent.ask('line.leave', {});
});

it('[OF10] saying that one is there is never wrong in the line, and never right outside it', async () => {
  const caller = await aWaitingCaller(service, 1);
  expect(await caller.ask('line.here', {})).toEqual({ answer: {} });
  const { tab: volunteer } = await aFreeVolunteer(service, 0);
  await isOffered(volunteer);
  expect(await caller.ask('line.here', {})).toEqual({ answer: {} });
  await accepts(volunteer);
  await caller.until('caller.is', ({ at }) => at === 'talking');
  expect(await caller.ask('line.here', {})).toEqual({ refused: 'not-now' });
});
