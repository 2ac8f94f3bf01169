// A ticket that is not good is refused with one word, whatever is wrong with it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aWaitingCaller } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { CALLER_GRACE_SECONDS: '1' } });
});
afterAll(() => service.end());

async function aTicket(): Promise<string> {
  const caller = await aWaitingCaller(service);
  const ticket = caller.last('caller.ticket')?.ticket ?? '';
  await caller.ask('line.leave', {});
  return ticket;
}

it.each([
  ['of a stay that is over', (good: string) => good],
  [
    'that is altered',
    (good: string) => `${good.slice(0, 30)}${good[30] === 'A' ? 'B' : 'A'}${good.slice(31)}`,
  ],
  ['that is cut', (good: string) => good.slice(0, -4)],
  ['that never was one', () => 'bonjour'],
])('[TK1] [DO5] a ticket %s is refused with the same word', async (_which, made) => {
  const tab = aCaller(service, 1, made(await aTicket()));
  await eventually(() => expect(tab.refused).toBe('refused'));
  expect(tab.heard).toEqual([]);
});
