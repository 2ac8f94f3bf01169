// Matching: with a free volunteer and a waiting caller there is an offer, whatever brought the two together.
import { describe, expect, it } from '@jest/globals';
import { couldMeet, firstSettings, seconds, volunteerId } from '@veille/domain';
import { aLiveService, type LiveService } from '../../test/harness/live-service.js';
import { theCaller, theVolunteer } from '../../test/harness/scene.js';
import { offerMade, offerOver } from './offer.facts.js';

const { offerStands, pairRests, volunteerGrace } = firstSettings;
const vera = volunteerId('vera');

describe('an offer is made at once when', () => {
  const offered = async (service: LiveService) => {
    const { caller } = await service.offerOf(vera);
    expect(await service.where(theCaller(caller))).toBe('offered');
    return caller;
  };

  it('[I9] a caller joins', async () => {
    const service = await aLiveService();
    await service.volunteerStarts('vera');
    const caller = await service.callerComes();
    expect(await offered(service)).toBe(caller);
  });

  it('[I9] a volunteer starts a shift', async () => {
    const service = await aLiveService();
    const caller = await service.callerComes();
    await service.volunteerStarts('vera');
    expect(await offered(service)).toBe(caller);
  });

  it('[I9] a volunteer is free again', async () => {
    const service = await aLiveService();
    await service.volunteerStarts('vera');
    await service.volunteers.goAway(service.line, vera);
    await service.callerComes();
    await service.done(service.volunteers.becomeFree(service.line, vera));
    await offered(service);
  });

  it('[I9, LN5] a waiting caller is back', async () => {
    const service = await aLiveService();
    const caller = await service.callerComes();
    await service.closesTab(theCaller(caller));
    await service.volunteerStarts('vera');
    expect(await service.where(theVolunteer(vera))).toBe('free');
    await service.opensTab(theCaller(caller));
    await offered(service);
  });

  it('[I9, VO7] a free volunteer is back', async () => {
    const service = await aLiveService();
    await service.volunteerStarts('vera');
    await service.closesTab(theVolunteer(vera));
    await service.callerComes();
    await service.opensTab(theVolunteer(vera));
    await offered(service);
  });

  it('[I9, CV4] a caller lost their listener and another is free', async () => {
    const service = await aLiveService();
    const { caller, volunteer } = await service.talk('walt');
    await service.closesTab(volunteer);
    await service.volunteerStarts('vera');
    await service.passes(volunteerGrace);
    expect(await offered(service)).toBe(caller.id);
  });

  it('[I9] several of both are there: as many as there are pairs', async () => {
    const service = await aLiveService();
    for (let n = 0; n < 3; n += 1) await service.callerComes();
    const made = service.told(offerMade);
    for (const name of ['v', 'w', 'x', 'y']) await service.volunteerStarts(name);
    expect(made).toHaveLength(3);
    expect(couldMeet(service.memory.of(service.line), service.clock.now())).toBe(false);
  });
});

describe('the next volunteer is offered the caller when', () => {
  /** Vera is offered the caller, and walt is free. */
  const scene = async () => {
    const service = await aLiveService();
    await service.volunteerStarts('vera');
    const caller = await service.callerComes();
    await service.passes(seconds(1));
    const walt = await service.volunteerStarts('walt');
    const { id } = await service.offerOf(vera);
    const next = async () => (await service.offerOf(walt)).caller === caller;
    return { service, caller, walt, offer: id, next, over: service.told(offerOver) };
  };

  it('[OF6, I9] the first declines', async () => {
    const { service, offer, next, over } = await scene();
    expect(await service.done(service.offers.decline(service.line, offer, vera))).toBe('declined');
    expect(await next()).toBe(true);
    expect(await service.where(theVolunteer(vera))).toBe('free');
    expect(over.map((one) => one.offer.id)).toEqual([offer]);
  });

  it('[OF7, I9] the first does not answer in time', async () => {
    const { service, offer, next, over } = await scene();
    await service.passes(offerStands);
    expect(await next()).toBe(true);
    expect(over.map((one) => one.offer.id)).toEqual([offer]);
    expect(await service.volunteers.find(service.line, vera)).toMatchObject({ at: 'free', misses: 1 });
  });

  it('[OF9, I9] the tab of the first closes', async () => {
    const { service, next } = await scene();
    await service.closesTab(theVolunteer(vera));
    expect(await next()).toBe(true);
    expect(await service.volunteers.find(service.line, vera)).toMatchObject({ at: 'free', misses: 0 });
  });
});

it('[OF9, I9] a caller who leaves frees the volunteer for the next one', async () => {
  const service = await aLiveService();
  await service.volunteerStarts('vera');
  const caller = await service.callerComes();
  const next = await service.callerComes();
  const over = service.told(offerOver);
  await service.done(service.lines.leave(service.line, caller));
  expect((await service.offerOf(vera)).caller).toBe(next);
  expect(over).toHaveLength(1);
});

it('[OF6] two who rest from each other are brought together again when it is over', async () => {
  const service = await aLiveService();
  await service.volunteerStarts('vera');
  await service.callerComes();
  const { id } = await service.offerOf(vera);
  await service.done(service.offers.decline(service.line, id, vera));
  await service.passes(pairRests - 1);
  await service.isSwept();
  expect(await service.where(theVolunteer(vera))).toBe('free');
  await service.passes(1);
  await service.isSwept();
  expect(await service.where(theVolunteer(vera))).toBe('offered');
});

it('[OF8] a volunteer who missed two is away until they say so, and the caller still waits', async () => {
  const service = await aLiveService();
  await service.volunteerStarts('vera');
  const caller = await service.callerComes();
  await service.passes(2 * offerStands);
  expect(await service.volunteers.find(service.line, vera)).toMatchObject({ at: 'away', why: 'missed' });
  await service.passes(offerStands);
  await service.isSwept();
  expect(await service.where(theCaller(caller))).toBe('waiting');
  await service.done(service.volunteers.becomeFree(service.line, vera));
  expect(await service.where(theCaller(caller))).toBe('offered');
});
