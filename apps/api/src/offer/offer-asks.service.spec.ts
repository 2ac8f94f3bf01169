// "Still there?", as the service asks it: who is skipped, who is woken, and what lost alarms and replies do to it.
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { firstSettings, seconds, volunteerId } from '@veille/domain';
import { aLiveService, type Given } from '../../test/harness/live-service.js';
import { theCaller, theVolunteer } from '../../test/harness/scene.js';
import { callerChanged, callerLeft } from '../line/line.facts.js';
import { offerAsks, offerMade } from './offer.facts.js';

const { stillThere, offerStands, callerGrace } = firstSettings;
const veraId = volunteerId('vera');
const vera = theVolunteer(veraId);

// What failed is logged.
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** A caller is asked for vera, and says nothing by themselves. */
async function aScene(given: Given = {}, alarms?: 'no alarms') {
  const service = await aLiveService(given);
  service.alarms.areLost = alarms === 'no alarms';
  service.callersAnswer = false;
  await service.volunteerStarts('vera');
  const [asks, made] = [service.told(offerAsks), service.told(offerMade)];
  const caller = await service.callerComes();
  const says = () => service.done(service.offers.callerIsHere(service.line, caller));
  const where = async () => [await service.where(theCaller(caller)), await service.where(vera)];
  return { service, caller, asks, made, says, where };
}

it('[OF10] the caller is asked, and the volunteer told only after the answer', async () => {
  const { service, caller, asks, made, says, where } = await aScene();
  expect(asks.map(({ offer }) => offer.caller)).toEqual([caller]);
  expect(made).toEqual([]);
  await service.passes(stillThere - 1);
  expect(await says()).toBe('here');
  expect(made.map(({ offer }) => offer.at)).toEqual(['standing']);
  expect(await where()).toEqual(['offered', 'offered']);
  await service.passes(offerStands - 1);
  expect(await where()).toEqual(['offered', 'offered']);
});

it('[OF10] where callers are not asked, an offer stands at once', async () => {
  const { asks, made, where } = await aScene({ settings: { stillThere: 0 } });
  expect([asks.length, made.length]).toEqual([0, 1]);
  expect(await where()).toEqual(['offered', 'offered']);
});

it('[OF11, LN6, I9] who does not answer is skipped at once, keeps the place, and is woken by any sign', async () => {
  const { service, caller, asks, says, where } = await aScene();
  const next = await service.callerComes();
  await service.passes(stillThere);
  expect(await where()).toEqual(['asleep', 'reserved']);
  expect(asks.map(({ offer }) => offer.caller)).toEqual([caller, next]);
  expect(await service.lines.rankOf(service.line, caller)).toBe(1);
  await service.passes(stillThere);
  expect(await where()).toEqual(['asleep', 'free']);
  expect(await service.volunteers.find(service.line, veraId)).toMatchObject({ misses: 0 });
  expect(await says()).toBe('here');
  expect(asks.at(-1)?.offer.caller).toBe(caller);
  expect(await where()).toEqual(['asked', 'reserved']);
});

it('[LN6] who sleeps past the grace is gone', async () => {
  const { service, caller } = await aScene();
  const left = service.told(callerLeft);
  await service.passes(stillThere + callerGrace - 1);
  expect(left).toEqual([]);
  await service.passes(1);
  expect(left).toMatchObject([{ caller, why: 'lost' }]);
  expect(await service.offers.callerIsHere(service.line, caller)).toBe('not-in-line');
});

it('[AL2, OF11, LN6] the sweep skips whom a lost alarm did not, and lets go who overslept', async () => {
  const { service, caller, where } = await aScene({}, 'no alarms');
  await service.passes(stillThere);
  await service.isSwept();
  expect((await where())[0]).toBe('asleep');
  await service.passes(callerGrace);
  await service.isSwept();
  expect(await service.where(theCaller(caller))).toBeUndefined();
});

it('[AL1, I8] an alarm of the asking does not end what stands', async () => {
  const { service, says, where } = await aScene();
  await service.passes(seconds(1));
  await says();
  await service.passes(stillThere);
  await service.done(service.alarms.ringAllAgain());
  expect(await where()).toEqual(['offered', 'offered']);
});

it('[AL1, I8] an alarm of one sleep does not end the next', async () => {
  const { service, says, where } = await aScene();
  await service.passes(stillThere);
  await service.passes(callerGrace - seconds(1));
  await says();
  await service.passes(stillThere);
  await service.done(service.alarms.ringAllAgain());
  expect((await where())[0]).toBe('asleep');
});

it('[OF12, I9] a volunteer who pauses gives the caller to the next one', async () => {
  const { service, caller, asks } = await aScene();
  await service.passes(seconds(1));
  await service.volunteerStarts('walt');
  expect(await service.done(service.volunteers.goAway(service.line, veraId))).toBe('away');
  expect(asks.map(({ offer }) => [offer.caller, offer.volunteer])).toEqual([
    [caller, 'vera'],
    [caller, 'walt'],
  ]);
});

it.each(['caller', 'volunteer'] as const)(
  '[OF9] when the tab of the %s closes, nobody sleeps for it',
  async (who) => {
    const { service, caller, where } = await aScene();
    await service.closesTab(who === 'caller' ? theCaller(caller) : vera);
    expect(await where()).toEqual(['waiting', 'free']);
  },
);

it('[OF10] when the volunteer’s node is gone, the answer finds nobody and the caller waits again', async () => {
  const { service, says, where } = await aScene({ settings: { stillThere: seconds(60) } });
  service.fallsSilent(vera);
  await service.passes(firstSettings.volunteerLease);
  expect(await says()).toBe('here');
  expect(await where()).toEqual(['waiting', 'free']);
});

it('[OF11] an answer that comes too late still wakes', async () => {
  const { service, says, where } = await aScene({}, 'no alarms');
  service.clock.advance(stillThere);
  expect(await says()).toBe('here');
  expect(await where()).toEqual(['asked', 'reserved']);
});

const losesOneReply: Given = {
  stores: ({ offers }) => {
    const stand = offers.stand.bind(offers);
    let isLost = true;
    offers.stand = async (...given) => {
      const said = await stand(...given);
      if (!isLost) return said;
      isLost = false;
      throw new Error('lost');
    };
    return { offers };
  },
};

it('[MV2, OF10] an answer whose reply was lost leaves nobody offered who does not know it', async () => {
  const { service, caller, made, says, where } = await aScene(losesOneReply);
  const changed = service.told(callerChanged);
  await expect(says()).rejects.toThrow('lost');
  await service.facts.quiet();
  expect(made).toEqual([]);
  expect(changed.map((one) => one.caller)).toEqual([caller]);
  await service.isSwept();
  expect(await where()).toEqual(['asked', 'reserved']);
});
