// Answers that race over two connections, as those of two nodes do: exactly one of them wins, whichever it is.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { firstSettings, minutes, type Offer, volunteerId } from '@veille/domain';
import { liveInRedis, liveOver, type LiveStores } from '../../test/harness/live-stores.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { Scene, theCaller, theVolunteer } from '../../test/harness/scene.js';
import { forMoves, type Redis, reached } from '../platform/redis/client.js';
import type { OfferStore } from './offer.store.js';

const ROUNDS = 25;
const answersEach = 100;
const { missesBeforeAway, offerStands } = firstSettings;

let redis: TestRedis;
let second: Redis;
beforeAll(async () => {
  redis = await aRedis();
  second = await reached(forMoves(redis.url));
});
afterAll(async () => {
  second.disconnect();
  await redis.stop();
});

/** Vera is offered ana on a new line; both nodes see it. */
async function aScene(): Promise<{ scene: Scene; offer: Offer; nodes: [LiveStores, LiveStores] }> {
  const nodes: [LiveStores, LiveStores] = [await liveInRedis(redis.client), await liveOver(second)];
  const scene = new Scene(nodes[0]);
  await scene.volunteerIsFree('vera');
  await scene.callerArrives('ana');
  return { scene, offer: await scene.offers(), nodes };
}

const victories = ['"accepted":"now"', '"declined"', '"expired"', '"withdrawn"'];
const won = (said: unknown) => victories.some((word) => JSON.stringify(said).includes(word));

it('[I10] of two hundred answers to one offer, on two nodes, exactly one wins', async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const { scene, offer, nodes } = await aScene();
    const answers = nodes.flatMap(({ offers }) =>
      Array.from({ length: answersEach }, (_, n) => {
        const by = n % 4 === 3 ? volunteerId('walt') : offer.volunteer;
        return offers.accept(scene.line, { offer: offer.id, by, now: scene.now });
      }),
    );
    const said = await Promise.all(answers);
    expect(said.filter(won)).toHaveLength(1);
    expect(await scene.talkOf(offer)).toMatchObject({ caller: 'ana', volunteer: 'vera' });
  }
});

it('[I10, I8] of an answer, a refusal, an alarm and a farewell at the same time exactly one wins', async () => {
  const winners = new Set<string | undefined>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const { scene, offer, nodes } = await aScene();
    const { id, volunteer: by } = offer;
    const deeds: ((offers: OfferStore) => Promise<unknown>)[] = [
      (offers) => offers.accept(scene.line, { offer: id, by, now: scene.now }),
      (offers) => offers.decline(scene.line, { offer: id, by, now: scene.now }, scene.now + minutes(10)),
      (offers) => offers.expire(scene.line, id, { now: scene.now + offerStands, missesBeforeAway }),
      (offers) => offers.withdraw(scene.line, id),
    ];
    const inTurn = [...deeds.slice(round % 4), ...deeds.slice(0, round % 4)];
    const said = await Promise.all(inTurn.flatMap((deed) => nodes.map(({ offers }) => deed(offers))));
    expect(said.filter(won)).toHaveLength(1);
    winners.add(JSON.stringify(said.find(won)));
    const where = [await scene.where(theCaller(offer.caller)), await scene.where(theVolunteer(by))];
    expect([
      ['talking', 'talking'],
      ['waiting', 'free'],
    ]).toContainEqual(where);
  }
  expect(winners.size).toBeGreaterThan(1);
});
