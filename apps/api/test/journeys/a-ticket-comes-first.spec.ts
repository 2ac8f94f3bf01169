// Whoever is told that they stand somewhere has in their hand already what brings them back there.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { aCaller, aVolunteer, aWaitingCaller } from '../harness/people.js';
import type { Heard } from '../harness/tab.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ settings: { STILL_THERE_SECONDS: '0' } });
});
afterAll(() => service.end());

const first = (heard: readonly Heard[], is: (one: Heard) => boolean) => heard.findIndex(is);
const isAt = (event: string, at: string) => (one: Heard) =>
  one.event === event && JSON.stringify(one.payload).startsWith(`{"at":"${at}"`);

it('[TK4] a caller has a ticket before a place, when they join and when they come back', async () => {
  const joined = await aWaitingCaller(service);
  const ticket = joined.last('caller.ticket')?.ticket ?? '';
  joined.die();
  const back = aCaller(service, 0, ticket);
  await back.until('caller.is', ({ at }) => at === 'waiting');
  for (const { heard } of [joined, back]) {
    const given = first(heard, ({ event }) => event === 'caller.ticket');
    expect(given).toBeGreaterThanOrEqual(0);
    expect(given).toBeLessThan(first(heard, isAt('caller.is', 'waiting')));
  }
  await back.ask('line.leave', {});
});

it('[TK4] a volunteer has one when they hear that their shift began', async () => {
  const { tab } = await aVolunteer(service);
  await tab.until('volunteer.is', ({ at }) => at === 'off');
  expect(tab.told('volunteer.ticket')).toEqual([]);
  expect(await tab.ask('shift.start', { place: 'home' })).toEqual({ answer: {} });
  expect(tab.told('volunteer.ticket')).not.toEqual([]);
});
