// After a loss an old ticket gives back what it stood for, and never what was over.
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aCaller, aPair, aVolunteer, aWaitingCaller, ticketOf } from '../harness/people.js';
import { theLine } from '../harness/the-line.js';

const WITHIN = 30_000;
let service: Service;
beforeEach(async () => {
  service = await aService({ nodes: 2, settings: { STILL_THERE_SECONDS: '0' } });
});
afterEach(() => service.end());

async function isLost(): Promise<void> {
  await service.live.dies();
  await service.live.standsAgain();
}
async function isRefused(ticket: string, node = 0): Promise<void> {
  const tab = aCaller(service, node, ticket);
  await eventually(() => expect(tab.refused).toBe('refused'), WITHIN);
}

it('[RB5] of one who left before the loss', async () => {
  const caller = await aWaitingCaller(service);
  const stays = await aWaitingCaller(service, 1);
  await caller.ask('line.leave', {});
  await isLost();
  await eventually(async () => expect((await theLine(service)).order).toHaveLength(1), WITHIN);
  for (const node of [0, 1]) await isRefused(ticketOf(caller), node);
  expect(stays.last('caller.is')?.at).toBe('waiting');
});

it('[RB5] of one who left after it', async () => {
  const caller = await aWaitingCaller(service);
  const ticket = ticketOf(caller);
  await isLost();
  await eventually(async () => expect(await caller.ask('line.leave', {})).toEqual({ answer: {} }), WITHIN);
  for (const node of [0, 1]) await isRefused(ticket, node);
  expect((await theLine(service)).order).toEqual([]);
});

it('[RB5] of one whose conversation was ended after it, by whichever side', async () => {
  const one = await aPair(service, { caller: 0, volunteer: 1 });
  await eventually(() => expect(one.caller.told('caller.ticket').length).toBeGreaterThan(1));
  const ticket = ticketOf(one.caller);
  await isLost();
  const { conversation } = one;
  const asked = () => one.volunteer.ask('conversation.end', { conversation });
  await eventually(async () => expect(await asked()).toEqual({ answer: {} }), WITHIN);
  await isRefused(ticket);
  await eventually(() => expect(one.volunteer.last('volunteer.is')?.at).toBe('breather'), WITHIN);
});

it('[TK1] altered, of another role, or another’s: it opens nothing after a loss either', async () => {
  const { caller, volunteer } = await aPair(service);
  await eventually(() => expect(caller.told('caller.ticket').length).toBeGreaterThan(1));
  await eventually(() => expect(volunteer.told('volunteer.ticket').length).toBeGreaterThan(1));
  const [ticket, shift] = [ticketOf(caller), volunteer.last('volunteer.ticket')?.ticket ?? ''];
  await isLost();
  await isRefused(`${ticket.slice(0, 40)}${ticket[40] === 'A' ? 'B' : 'A'}${ticket.slice(41)}`);
  await isRefused(shift);
  for (const wrong of [ticket, shift, 'bonjour']) {
    const { tab } = await aVolunteer(service, 0, { cookie: undefined, ticket: wrong });
    expect(tab.last('volunteer.is')?.at).toBe('off');
  }
});
