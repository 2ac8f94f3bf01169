// A second tab of the same person takes over, and the first is told.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aFreeVolunteer, aVolunteer, aWaitingCaller } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

it.each([
  ['on the same node', 0],
  ['on another node', 1],
])('[PR3] a caller’s second tab takes over, %s', async (_where, node) => {
  const first = await aWaitingCaller(service, 0);
  const second = aCaller(service, node, first.last('caller.ticket')?.ticket);
  await second.until('caller.is', ({ at }) => at === 'waiting');
  await eventually(() => expect(first.closedWith()).toBe('another-tab'));
  await eventually(() => expect(first.socket.connected).toBe(false));
  expect(await second.ask('line.leave', {})).toEqual({ answer: {} });
});

it('[PR3] a volunteer’s second tab takes over, and the shift goes on', async () => {
  const { tab: first, cookie } = await aFreeVolunteer(service, 0);
  const { tab: second } = await aVolunteer(service, 1, cookie);
  await eventually(() => expect(first.closedWith()).toBe('another-tab'));
  expect(second.last('volunteer.is')).toEqual({ at: 'free' });
});
