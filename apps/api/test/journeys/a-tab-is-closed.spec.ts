// A closed tab in the line frees its place after its grace, and not before; a ticket gives the place back.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aPair, aWaitingCaller, placeOf } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({
    nodes: 2,
    settings: { CALLER_GRACE_SECONDS: '4', CONVERSATION_GRACE_SECONDS: '4' },
  });
});
afterAll(() => service.end());

it('[LN4] a closed tab in the line frees its place after its grace', async () => {
  const first = await aWaitingCaller(service, 0);
  const second = await aWaitingCaller(service, 1);
  await eventually(() => expect(placeOf(second)).toBe(2));
  first.die();
  await eventually(() => expect(placeOf(second)).toBe(1));
  second.die();
});

it('[TK3] [LN5] a ticket gives the place back, on another node too', async () => {
  const caller = await aWaitingCaller(service, 0);
  const ticket = caller.last('caller.ticket')?.ticket;
  caller.die();
  const back = aCaller(service, 1, ticket);
  await back.until('caller.is', ({ at }) => at === 'waiting');
  expect(await back.ask('line.join', {})).toEqual({ answer: {} });
  expect(await back.ask('line.leave', {})).toEqual({ answer: {} });
});

it('[TK3] a ticket gives the conversation back', async () => {
  const { caller, volunteer, conversation } = await aPair(service, { caller: 0, volunteer: 1 });
  const ticket = caller.last('caller.ticket')?.ticket;
  caller.die();
  await volunteer.until('volunteer.is', (is) => is.at === 'talking' && is.peer === 'away');
  const back = aCaller(service, 1, ticket);
  await back.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
  await volunteer.until('volunteer.is', (is) => is.at === 'talking' && is.peer === 'here');
  volunteer.die();
});

it('[CV3] a caller away past the grace of conversations ends it, and the volunteer has a breather', async () => {
  const { caller, volunteer } = await aPair(service, { caller: 1, volunteer: 0 });
  caller.die();
  await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
  expect(volunteer.last('conversation.over')).toEqual({ why: 'caller-lost' });
});
