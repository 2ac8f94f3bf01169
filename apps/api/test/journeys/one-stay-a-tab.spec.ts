// One tab has one stay, however fast it asks; and a place it was told is never told higher.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { callerId, lineId } from '@veille/domain';
import { callerChanged } from '../../src/line/line.facts.js';
import { Facts } from '../../src/platform/facts.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import {
  accepts,
  aCaller,
  aFreeVolunteer,
  aPair,
  aWaitingCaller,
  placeOf,
  ticketOf,
} from '../harness/people.js';
import { theLine } from '../harness/the-line.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { VOLUNTEER_GRACE_SECONDS: '0.5' } });
});
afterAll(() => service.end());

const inLine = () => service.live.client.zcard('{principale}:queue');

it('[TL3] fifty joins at once are one stay, and none is left when the tab closes for good', async () => {
  const tab = aCaller(service);
  const replies = await Promise.all(Array.from({ length: 50 }, () => tab.ask('line.join', {})));
  expect(replies.filter((reply) => 'answer' in reply)).toHaveLength(50);
  expect(await inLine()).toBe(1);
  expect(await tab.ask('line.leave', {})).toEqual({ answer: {} });
  expect(await inLine()).toBe(0);
});

it('[TL2] [I6] a place that was told is not told higher after a reload on another node', async () => {
  const { caller: first, volunteer } = await aPair(service, { caller: 0, volunteer: 1 });
  const second = await aWaitingCaller(service, 0);
  await eventually(() => expect(placeOf(second)).toBe(1));
  volunteer.die();
  await first.until('caller.is', ({ at }) => at === 'waiting');
  const back = aCaller(service, 1, ticketOf(second));
  await back.until('caller.is', ({ at }) => at === 'waiting');
  expect(placeOf(back)).toBe(1);
  for (const tab of [first, back]) await tab.ask('line.leave', {});
});

it('[TL2] [I6] nor is one that was told between two pings, when somebody is given back ahead', async () => {
  const { tab: volunteer } = await aFreeVolunteer(service, 1);
  const first = await aWaitingCaller(service, 0);
  const second = await aWaitingCaller(service, 0);
  const conversation = await accepts(volunteer);
  await eventually(() => expect(placeOf(second)).toBe(1));
  expect(await volunteer.ask('conversation.hand-back', { conversation })).toEqual({ answer: {} });
  await first.until('caller.is', ({ at }) => at === 'waiting');
  // Something of theirs changes on the node where their tab is not.
  const states = second.told('caller.is').length;
  const [, caller] = (await theLine(service)).order;
  service.nodes[1]?.app
    .get(Facts)
    .state(callerChanged, { line: lineId('principale'), caller: callerId(caller ?? '') });
  await eventually(() => expect(second.told('caller.is').length).toBeGreaterThan(states));
  expect(placeOf(second)).toBe(1);
  second.die();
  const back = aCaller(service, 1, ticketOf(second));
  await back.until('caller.is', ({ at }) => at === 'waiting');
  expect(placeOf(back)).toBe(1);
  for (const tab of [first, back]) await tab.ask('line.leave', {});
});

it('[AC17] signing out on one node closes the sockets of that session on every node', async () => {
  const { tab, cookie } = await aFreeVolunteer(service, 1);
  await fetch(`${service.at(0)}/api/access/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-veille': '1', cookie },
    body: '{}',
  });
  await eventually(() => expect(tab.closedWith()).toBe('signed-out'));
});
