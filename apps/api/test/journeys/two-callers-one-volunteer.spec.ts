// Two callers, one volunteer: first come, first heard, and the second is told they are next.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { accepts, aFreeVolunteer, aWaitingCaller, placeOf } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

it('[I5] [VO2] two callers, one volunteer: first come, first heard, and only when the volunteer says so', async () => {
  const first = await aWaitingCaller(service, 0);
  const second = await aWaitingCaller(service, 1);
  await eventually(() => expect([placeOf(first), placeOf(second)]).toEqual([1, 2]));
  const { tab: volunteer } = await aFreeVolunteer(service, 1);
  const conversation = await accepts(volunteer);
  await first.until('caller.is', ({ at }) => at === 'talking');
  await eventually(() => expect(placeOf(second)).toBe(1));

  expect(await volunteer.ask('conversation.end', { conversation })).toEqual({ answer: {} });
  await first.until('caller.is', (is) => is.at === 'gone' && is.why === 'listener-ended');
  await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
  expect(second.last('caller.is')?.at).toBe('waiting');

  await volunteer.ask('shift.free', {});
  await accepts(volunteer);
  await second.until('caller.is', ({ at }) => at === 'talking');
});
