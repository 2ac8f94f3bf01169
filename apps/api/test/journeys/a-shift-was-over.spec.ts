// The live store is lost while somebody whose shift is over still has the page open: nobody makes them free again.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { accepts, aFreeVolunteer, aWaitingCaller } from '../harness/people.js';
import { theLine } from '../harness/the-line.js';

const WITHIN = 30_000;
let service: Service;
beforeAll(async () => {
  service = await aService({ settings: { STILL_THERE_SECONDS: '0', OFFER_SECONDS: '600' } });
});
afterAll(() => service.end());

it('[RB5] who ended their shift is not put back; who began another one is, and hears the caller', async () => {
  const [{ tab: ended }, { tab: again }] = [await aFreeVolunteer(service), await aFreeVolunteer(service)];
  for (const tab of [ended, again]) {
    expect(await tab.ask('shift.stop', {})).toEqual({ answer: {} });
    await eventually(() => expect(tab.last('volunteer.is')).toMatchObject({ at: 'off' }));
  }
  expect(await again.ask('shift.start', { place: 'home' })).toEqual({ answer: {} });
  const endedHeard = ended.heard.length;
  await service.live.dies();
  await service.live.standsAgain();
  await eventually(async () => expect((await theLine(service)).is.volunteers.size).toBe(1), WITHIN);
  const caller = await aWaitingCaller(service);
  const conversation = await accepts(again);
  await caller.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
  expect([...(await theLine(service)).is.volunteers.values()].map(({ at }) => at)).toEqual(['talking']);
  const since = ended.heard.slice(endedHeard).filter(({ event }) => event === 'volunteer.is');
  expect(since.filter(({ payload }) => !JSON.stringify(payload).includes('"at":"off"'))).toEqual([]);
});
