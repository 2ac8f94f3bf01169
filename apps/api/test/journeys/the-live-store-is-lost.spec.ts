// The live store dies with everything in it, and another one stands in its place, empty: nobody on a page notices.
import { afterEach, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import {
  aFreeVolunteer,
  aPair,
  aWaitingCaller,
  accepts,
  type CallerTab,
  isOffered,
  type Paired,
  placeOf,
} from '../harness/people.js';
import { theLine } from '../harness/the-line.js';

const WITHIN = 30_000;
const settings = { STILL_THERE_SECONDS: '0', OFFER_SECONDS: '600', VOLUNTEER_GRACE_SECONDS: '4' };

let service: Service;
afterEach(() => service.end());

const statesAfter = (tab: CallerTab, from: number) =>
  tab.heard.slice(from).filter(({ event }) => event === 'caller.is' || event === 'line.moved');

/** As a page does: again and again, until the other side has it. */
async function says({ caller, volunteer, conversation }: Paired): Promise<void> {
  const envelope = anEnvelope(conversation, 2);
  const arrived = () => expect(volunteer.told('conversation.say').map((told) => told.number)).toContain(2);
  await eventually(async () => {
    await caller.ask('conversation.say', envelope).catch(() => undefined);
    await eventually(arrived, 400);
  }, WITHIN);
}

async function untilBrokenNoMore(): Promise<void> {
  await eventually(async () => expect((await theLine(service)).broken).toEqual([]), WITHIN);
}

it('[RB1, RB2, RB7, RB10, I5, I6, D1] the line is as it was within seconds, and no page is told anything else', async () => {
  service = await aService({ nodes: 2, settings });
  const near = await aPair(service, { caller: 0, volunteer: 0 });
  const far = await aPair(service, { caller: 1, volunteer: 0 });
  const { tab: paused } = await aFreeVolunteer(service, 1);
  await paused.ask('shift.away', {});
  const callers: CallerTab[] = [];
  for (let n = 0; n < 30; n += 1) callers.push(await aWaitingCaller(service, n % 2));
  const { tab: offered } = await aFreeVolunteer(service, 1);
  const offer = await isOffered(offered);
  const before = await theLine(service);
  expect([before.order.length, before.is.conversations.size, before.is.offers.size]).toEqual([30, 2, 1]);
  const everybody = [...callers, near.caller, far.caller];
  const places = callers.map(placeOf);
  const heardBefore = everybody.map(({ heard }) => heard.length);

  await service.live.dies();
  await expect(aWaitingCaller(service)).rejects.toThrow('unavailable');
  const relayed = await near.caller.ask('conversation.say', anEnvelope(near.conversation, 1));
  expect(relayed).toEqual({ answer: { relay: 'relayed' } });
  await near.volunteer.until('conversation.say', ({ number }) => number === 1);
  const meanwhile = says(far);
  await service.live.standsAgain();

  await eventually(async () => expect((await theLine(service)).order).toEqual(before.order), WITHIN);
  const after = await theLine(service);
  expect(after.is.offers.size).toBe(0);
  expect([...after.is.conversations.keys()].sort()).toEqual([...before.is.conversations.keys()].sort());
  expect([...after.is.callers]).toEqual(
    expect.arrayContaining([...before.is.callers].filter(([, { at }]) => at !== 'offered')),
  );
  expect(await offered.ask('offer.accept', { offer })).toEqual({ refused: 'too-late' });

  const next = await offered.until('volunteer.is', (is) => is.at === 'offered' && is.offer !== offer);
  if (next.at !== 'offered') throw new Error('an offer');
  const made = await theLine(service);
  expect([...made.is.offers.values()]).toEqual([expect.objectContaining({ caller: before.order[0] })]);
  await meanwhile;
  await untilBrokenNoMore();
  await eventually(() => expect(paused.last('volunteer.is')).toEqual({ at: 'away', why: 'paused' }));

  everybody.forEach((tab, n) => {
    for (const { payload } of statesAfter(tab, heardBefore[n] ?? 0)) {
      if (n >= 30) expect(payload).toMatchObject({ at: 'talking', peer: 'here' });
      else expect(payload).toMatchObject({ place: places[n] });
    }
  });
});

it('[RB8, AL1, CV4] alarms ring afterwards: a listener who is lost then is lost as always', async () => {
  service = await aService({ nodes: 2, settings });
  const { caller, volunteer, conversation } = await aPair(service, { caller: 0, volunteer: 1 });
  await service.live.dies();
  await service.live.standsAgain();
  const alarms = () =>
    service.live.client.keys(`{alarms}:alarms:conversation-tab-lost_${conversation}_volunteer_*`);
  await eventually(async () => expect((await theLine(service)).is.conversations.size).toBe(1), WITHIN);
  await eventually(async () => expect((await theLine(service)).is.epoch.returned.size).toBe(2), WITHIN);
  volunteer.die();
  await eventually(async () => expect(await alarms()).not.toEqual([]), WITHIN);
  await caller.until('caller.is', (is) => is.at === 'waiting' && is.since === 'listener-lost');
  await eventually(async () => expect(await alarms()).toEqual([]), WITHIN);
  const { tab: other } = await aFreeVolunteer(service, 0);
  await accepts(other);
  await untilBrokenNoMore();
});

it('[RB1, LN1] a node that joins meanwhile finds the line in its order, and a newcomer stands last', async () => {
  service = await aService({ settings });
  const callers: CallerTab[] = [];
  for (let n = 0; n < 5; n += 1) callers.push(await aWaitingCaller(service));
  const { order } = await theLine(service);
  await service.live.dies();
  const joining = service.joins();
  await service.live.standsAgain();
  const newcomer = await aWaitingCaller(service, await joining);
  await eventually(async () => expect((await theLine(service)).order.slice(0, 5)).toEqual(order), WITHIN);
  await eventually(() => expect(placeOf(newcomer)).toBe(6), WITHIN);
  await untilBrokenNoMore();
});
