// Should the whole service vanish, nothing of anybody outlives the day; while it lives, nobody who is here is forgotten.
import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { hours, offerId, seconds } from '@veille/domain';
import { liveKeys } from '../src/platform/redis/keys.js';
import { liveInRedis } from './harness/live-stores.js';
import { aRedis, type TestRedis } from './harness/redis.js';
import { Scene, theCaller, theVolunteer } from './harness/scene.js';

const day = hours(24);

let redis: TestRedis;
let scene: Scene;
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  scene = new Scene(await liveInRedis(redis.client));
});

/** How long each key still has, in milliseconds; those of sets, whose members leave one by one, are left out. */
async function timeLeft(): Promise<[key: string, left: number][]> {
  const keys = await redis.client.keys('*');
  const kinds = await Promise.all(keys.map((key) => redis.client.type(key)));
  const owned = keys.filter((_, at) => kinds[at] !== 'zset');
  return Promise.all(
    owned.map(async (key): Promise<[string, number]> => [key, await redis.client.pttl(key)]),
  );
}

async function everythingEnds(): Promise<void> {
  const left = await timeLeft();
  expect(left.length).toBeGreaterThan(0);
  expect(left.filter(([, time]) => time <= 0 || time > day)).toEqual([]);
}

it('[I7] whatever state people are in, what is known of each of them has an end', async () => {
  await scene.volunteerIsFree('vera');
  await everythingEnds();
  await scene.callerArrives('ana');
  await everythingEnds();
  const offer = await scene.offers();
  await everythingEnds();
  const conversation = await scene.takes(offer);
  await everythingEnds();
  await scene.stores.conversations.end(scene.line, conversation, scene.now);
  await everythingEnds();
  await scene.stores.volunteers.becomeFree(scene.line, conversation.volunteer, scene.now);
  await scene.stores.volunteers.goAway(scene.line, conversation.volunteer);
  await everythingEnds();
});

it('[I7] an offer whose record has ended leaves the set of offers as soon as anybody looks at it', async () => {
  const { offers } = liveKeys(scene.line);
  await redis.client.zadd(offers, scene.now, 'ended');
  const when = { now: scene.now, missesBeforeAway: 2 };
  expect(await scene.stores.offers.expire(scene.line, offerId('ended'), when)).toBe('nothing-to-do');
  expect(await redis.client.zcard(offers)).toBe(0);
});

it('[I4, I7] every answered ping begins the day anew, for the tab and for whom it belongs to', async () => {
  const ana = await scene.callerArrives('ana');
  const vera = await scene.volunteerIsFree('vera');
  const anew = async () => {
    const left = await timeLeft();
    expect(left.filter(([, time]) => time < day - seconds(60))).toEqual([]);
  };
  const almostOver = async () => {
    for (const [key] of await timeLeft()) await redis.client.pexpire(key, seconds(5));
  };
  await almostOver();
  await scene.passes(seconds(1));
  await anew();
  await almostOver();
  await scene.opensTab(theCaller(ana));
  await scene.opensTab(theVolunteer(vera));
  await anew();
});

it('[I4, I7] a conversation begins the day anew for both', async () => {
  const vera = await scene.volunteerIsFree('vera');
  const ana = await scene.callerArrives('ana');
  const offer = await scene.offers();
  const keys = liveKeys(scene.line);
  for (const key of [keys.caller(ana), keys.volunteer(vera)]) await redis.client.pexpire(key, seconds(5));
  const { id } = await scene.takes(offer);
  for (const key of [keys.caller(ana), keys.volunteer(vera), keys.conversation(id)])
    expect(await redis.client.pttl(key)).toBeGreaterThan(day - seconds(60));
});

it('[I7] who left no record, because a whole night passed without a service, leaves nothing of the line behind either', async () => {
  const keys = liveKeys(scene.line);
  const ana = await scene.callerArrives('ana', 'en');
  await redis.client.del(keys.caller(ana));
  scene.fallsSilent(theCaller(ana));
  await scene.passes(day);
  const when = { grace: seconds(1), languages: ['fr', 'en'], now: scene.now };
  expect(await scene.stores.lines.lapse(scene.line, ana, when)).toBe('not-in-line');
  await scene.stores.presence.forget(scene.line, theCaller(ana));
  expect(await redis.client.keys('*')).toEqual([]);
});
