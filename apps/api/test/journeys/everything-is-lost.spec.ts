// The live store dies, and the nodes with it: the tabs come back with their tickets, and with nothing else.
import { afterEach, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import {
  aCaller,
  aFreeVolunteer,
  aPair,
  aVolunteer,
  aWaitingCaller,
  type CallerTab,
  ticketOf,
  placeOf,
} from '../harness/people.js';
import { theLine } from '../harness/the-line.js';

const WITHIN = 30_000;
const settings = { STILL_THERE_SECONDS: '0', OFFER_SECONDS: '600' };

let service: Service;
afterEach(() => service.end());

/** Gives the number of the one node that is left: a new one, over a new live store. */
async function everythingIsLost(): Promise<number> {
  await service.live.dies();
  await Promise.all(service.nodes.map((node) => node.end()));
  await service.live.standsAgain();
  return service.joins();
}

it('[RB1, RB2, RB7, RB9, TK3] everybody is where they were, in the order in which they came', async () => {
  service = await aService({ nodes: 2, settings });
  const pair = await aPair(service, { caller: 0, volunteer: 1 });
  const { tab: paused, cookie: pausedIs } = await aFreeVolunteer(service, 1);
  await paused.ask('shift.away', {});
  const callers: CallerTab[] = [];
  for (let n = 0; n < 6; n += 1) callers.push(await aWaitingCaller(service, n % 2));
  const { tab: free, cookie: freeIs } = await aFreeVolunteer(service, 0);
  await free.until('volunteer.is', ({ at }) => at === 'offered');
  await eventually(async () => expect(ticketOf(pair.caller)).not.toBe(''));
  const before = await theLine(service);
  const tab = pair.caller.last('caller.is');
  const shift = [pair.volunteer, paused, free].map((one) => one.last('volunteer.ticket')?.ticket);

  const node = await everythingIsLost();
  // The last comes first.
  const back = [...callers].reverse().map((one) => aCaller(service, node, ticketOf(one)));
  const caller = aCaller(service, node, ticketOf(pair.caller));
  const [listener, again, first] = await Promise.all([
    aVolunteer(service, node, { cookie: pair.cookie, ticket: shift[0] }),
    aVolunteer(service, node, { cookie: pausedIs, ticket: shift[1] }),
    aVolunteer(service, node, { cookie: freeIs, ticket: shift[2] }),
  ]);
  await listener.tab.until('volunteer.is', ({ at }) => at === 'talking');
  const talking = await caller.until('caller.is', ({ at }) => at === 'talking');
  expect(talking).toMatchObject({ conversation: pair.conversation, peer: 'here' });
  expect(talking.at === 'talking' && tab?.at === 'talking' && talking.tab > tab.tab).toBe(true);
  expect(again.tab.last('volunteer.is')).toEqual({ at: 'away', why: 'paused' });
  await first.tab.until('volunteer.is', ({ at }) => at === 'offered');

  const after = await theLine(service);
  expect(after.order).toEqual(before.order);
  expect([...after.is.offers.values()]).toEqual([expect.objectContaining({ caller: before.order[0] })]);
  await eventually(async () => expect((await theLine(service)).broken).toEqual([]), WITHIN);
  await eventually(() => expect(back.map(placeOf)).toEqual([6, 5, 4, 3, 2, 1]), WITHIN);
});

it('[RB8] a volunteer without a ticket is put back by the caller’s', async () => {
  service = await aService({ settings });
  const { caller, cookie, conversation } = await aPair(service);
  await eventually(() => expect(caller.told('caller.ticket').length).toBeGreaterThan(1));
  const node = await everythingIsLost();
  const back = aCaller(service, node, ticketOf(caller));
  await back.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
  const { tab } = await aVolunteer(service, node, cookie);
  await tab.until('volunteer.is', (is) => is.at === 'talking' && is.conversation === conversation);
});
