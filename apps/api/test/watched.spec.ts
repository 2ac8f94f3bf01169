// The watcher of journeys can see: with matching turned off two who could meet are seen to be kept apart, and a line that no move
// writes is seen to be broken.
import { afterEach, expect, it, jest } from '@jest/globals';
import { firstSettings, lineId, seconds } from '@veille/domain';
import { OfferService } from '../src/offer/offer.service.js';
import { liveKeys } from '../src/platform/redis/keys.js';
import { aService, type Service } from './harness/a-service.js';
import { eventually } from './harness/eventually.js';
import { KeptApart } from './harness/kept-apart.js';
import { LiveMemory } from './harness/memory/live-memory.js';
import { liveInMemory } from './harness/live-stores.js';
import { aFreeVolunteer, aWaitingCaller } from './harness/people.js';
import { Scene, theCaller } from './harness/scene.js';

let service: Service | undefined;
afterEach(async () => {
  await service?.end().catch(() => undefined);
  service = undefined;
});

const keys = liveKeys(lineId('principale'));

it('[I9] a node that matches nobody is found out, and its service does not end well', async () => {
  service = await aService();
  jest.spyOn(service.nodes[0]?.app.get(OfferService) ?? never(), 'match').mockResolvedValue(undefined);
  await aWaitingCaller(service);
  await aFreeVolunteer(service);
  const { watcher } = service;
  const seen = [
    'I9 a caller waits who could meet somebody',
    'I9 a volunteer is free who could meet somebody',
  ];
  await eventually(() => expect(watcher.faults).toEqual(seen));
  await expect(service.end()).rejects.toThrow('I9');
});

it('[I7] a set that is not of the people is found out', async () => {
  service = await aService();
  const { watcher, live } = service;
  await aWaitingCaller(service);
  await live.client.zadd(keys.queue, 1, 'nobody');
  await eventually(() => expect(watcher.faults).toEqual(['I7 the sets are not of the people']));
});

/** One who waits and one who is free, both here, in memory. */
async function twoWhoCouldMeet() {
  const memory = new LiveMemory();
  const scene = new Scene(liveInMemory(memory));
  const caller = await scene.callerArrives('ana');
  const volunteer = await scene.volunteerIsFree('vera');
  const look = () => ({ at: scene.now, line: memory.of(scene.line) });
  return { scene, look, caller, volunteer };
}

it('[I9] for a second nobody is kept apart; for longer they are', async () => {
  const { scene, look } = await twoWhoCouldMeet();
  const apart = new KeptApart();
  for (const length of [0, 500, 500]) {
    await scene.passes(length);
    expect(apart.sees(look())).toEqual([]);
  }
  await scene.passes(1);
  expect(apart.sees(look())).toHaveLength(2);
  expect(apart.longest).toBe(1_001);
});

it('[I9] what held the process up is not counted, and nothing is of before it lost sight', async () => {
  const { scene, look } = await twoWhoCouldMeet();
  const apart = new KeptApart();
  apart.sees(look(), 100);
  await scene.passes(seconds(9));
  expect(apart.sees(look(), 100 + seconds(8))).toEqual([]);
  apart.lostSight();
  expect(apart.sees(look())).toEqual([]);
});

it('[I9] an offer, an absence, a pause: from then on they are not kept apart', async () => {
  for (const ends of ['offer', 'absence', 'pause'] as const) {
    const { scene, look, caller, volunteer } = await twoWhoCouldMeet();
    const apart = new KeptApart();
    apart.sees(look());
    if (ends === 'offer') await scene.offers();
    if (ends === 'absence') scene.fallsSilent(theCaller(caller));
    if (ends === 'pause') await scene.stores.volunteers.goAway(scene.line, volunteer);
    await scene.passes(ends === 'absence' ? firstSettings.callerLease : seconds(5));
    expect([ends, apart.sees(look())]).toEqual([ends, []]);
  }
});

function never(): never {
  throw new Error('a service has a node');
}
