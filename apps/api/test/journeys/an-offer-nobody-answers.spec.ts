// An offer nobody answers goes to the next volunteer, and the caller keeps their place.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { accepts, aFreeVolunteer, aWaitingCaller, isOffered, placeOf } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { OFFER_SECONDS: '2' } });
});
afterAll(() => service.end());

it('[OF7] [OF8] [I6] an offer nobody answers goes to the next volunteer and the caller keeps their place', async () => {
  const { tab: deaf } = await aFreeVolunteer(service, 0);
  const caller = await aWaitingCaller(service, 1);
  const second = await aWaitingCaller(service, 0);
  await isOffered(deaf);
  const { tab: next } = await aFreeVolunteer(service, 1);
  // The second waiting caller is offered to the newcomer; whoever is missed goes back to the very same place.
  await eventually(() => expect(deaf.last('volunteer.is')).toEqual({ at: 'away', why: 'missed' }));
  expect(placeOf(caller)).toBe(1);
  expect(placeOf(second)).toBe(2);
  await eventually(() => expect(next.last('volunteer.is')?.at).toBe('away'));
  await next.ask('shift.free', {});
  await accepts(next);
  await caller.until('caller.is', ({ at }) => at === 'talking');
  expect(second.last('caller.is')?.at).toBe('waiting');
  await eventually(() => expect(placeOf(second)).toBe(1));
});
