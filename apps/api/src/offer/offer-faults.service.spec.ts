// What goes wrong around offers: alarms that are lost, late or doubled, replies that are lost, nodes that die.
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { firstSettings, seconds, volunteerId } from '@veille/domain';
import { aLiveService } from '../../test/harness/live-service.js';
import { theCaller, theVolunteer } from '../../test/harness/scene.js';
import { offerMade, offerOver } from './offer.facts.js';

const { offerStands } = firstSettings;
const vera = volunteerId('vera');

// What failed is logged.
beforeEach(() => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  jest.restoreAllMocks();
});

it('[AL1, I8] an alarm that rings early, late and again asks the state, and changes nothing that went on', async () => {
  const service = await aLiveService();
  await service.volunteerStarts('vera');
  const caller = await service.callerComes();
  const { id } = await service.offerOf(vera);
  await service.done(service.alarms.ringAllAgain());
  expect((await service.offerOf(vera)).id).toBe(id);
  await service.done(service.offers.accept(service.line, id, vera));
  await service.passes(offerStands + seconds(5));
  await service.done(service.alarms.ringAllAgain());
  expect(await service.where(theCaller(caller))).toBe('talking');
  expect(await service.where(theVolunteer(vera))).toBe('talking');
});

it('[AL1, I8] the alarm of one offer does not end the next', async () => {
  const service = await aLiveService();
  await service.volunteerStarts('vera');
  await service.callerComes();
  await service.passes(offerStands);
  const { id } = await service.offerOf(vera);
  await service.passes(offerStands - 1);
  await service.done(service.alarms.ringAllAgain());
  expect((await service.offerOf(vera)).id).toBe(id);
});

it('[AL2] the sweep ends an offer whose alarm was lost', async () => {
  const service = await aLiveService();
  service.alarms.areLost = true;
  await service.volunteerStarts('vera');
  const caller = await service.callerComes();
  const { id } = await service.offerOf(vera);
  const over = service.told(offerOver);
  await service.passes(offerStands - 1);
  await service.isSwept();
  expect(over).toEqual([]);
  await service.passes(1);
  await service.isSwept();
  expect(over.map(({ offer }) => offer.id)).toEqual([id]);
  expect((await service.offerOf(vera)).caller).toBe(caller);
});

it('[AL2, I9] the sweep makes an offer whose trigger was lost', async () => {
  let isOut = false;
  const service = await aLiveService({
    stores: ({ offers }) => {
      const make = offers.make.bind(offers);
      offers.make = async (...given) => {
        if (isOut) throw new Error('out');
        return make(...given);
      };
      return { offers };
    },
  });
  await service.volunteerStarts('vera');
  isOut = true;
  await service.callerComes();
  isOut = false;
  expect(await service.where(theVolunteer(vera))).toBe('free');
  await service.isSwept();
  expect(await service.where(theVolunteer(vera))).toBe('offered');
});

it('[OF9, AL2] when the node of an offered volunteer dies, the sweep withdraws the offer as soon as the lease ends', async () => {
  const service = await aLiveService();
  await service.volunteerStarts('vera');
  const caller = await service.callerComes();
  await service.passes(seconds(1));
  await service.volunteerStarts('walt');
  service.fallsSilent(theVolunteer(vera));
  await service.passes(firstSettings.volunteerLease - seconds(1));
  await service.isSwept();
  expect(await service.where(theVolunteer(vera))).toBe('offered');
  await service.passes(seconds(1));
  await service.isSwept();
  expect((await service.offerOf(volunteerId('walt'))).caller).toBe(caller);
  expect(await service.volunteers.find(service.line, vera)).toMatchObject({ at: 'free', misses: 0 });
});

it('[MV2, OF9] an offer whose reply was lost is taken back, since nobody was told of it', async () => {
  const service = await aLiveService({
    stores: ({ offers }) => {
      const make = offers.make.bind(offers);
      let isLost = true;
      offers.make = async (...given) => {
        const said = await make(...given);
        if (!isLost || typeof said === 'string') return said;
        isLost = false;
        throw new Error('lost');
      };
      return { offers };
    },
  });
  const made = service.told(offerMade);
  await service.volunteerStarts('vera');
  const caller = await service.callerComes();
  expect(made).toEqual([]);
  expect(await service.where(theVolunteer(vera))).toBe('free');
  await service.isSwept();
  expect(made.map(({ offer }) => offer.caller)).toEqual([caller]);
  expect(await service.volunteers.find(service.line, vera)).toMatchObject({ at: 'offered', misses: 0 });
});
