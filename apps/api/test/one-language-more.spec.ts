// What it costs to look for the next caller where many wait whom nobody free understands: counted in the store's own commands.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { liveInRedis } from './harness/live-stores.js';
import { aRedis, type TestRedis } from './harness/redis.js';
import { Scene } from './harness/scene.js';

let redis: TestRedis;
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis.stop());

/** How many commands the store runs for one deed, those inside its move included. */
async function commandsOf(deed: () => Promise<unknown>): Promise<number> {
  await redis.client.config('RESETSTAT');
  await deed();
  const stats = await redis.client.info('commandstats');
  const calls = [...stats.matchAll(/cmdstat_(?!config|info)[^:]+:calls=(\d+)/g)];
  return calls.reduce((sum, [, many]) => sum + Number(many), 0);
}

it('[LG6] however many wait in a language that nobody free speaks, the next one is found with as many commands', async () => {
  const scene = new Scene(await liveInRedis(redis.client));
  const joins = async (from: number, to: number) => {
    for (let n = from; n < to; n += 1) await scene.callerArrives(`english-${n}`, 'en');
  };
  const costOfNobody = () => commandsOf(async () => expect(await scene.triesToOffer()).toBe('nobody-fits'));
  await scene.volunteerIsFree('vera');
  await joins(0, 10);
  await scene.triesToOffer(); // a store that is new is taught the move first
  const few = await costOfNobody();
  await joins(10, 1_000);
  expect(await costOfNobody()).toBe(few);

  await scene.callerArrives('ana');
  const found = await commandsOf(async () =>
    expect(await scene.offers()).toMatchObject({ caller: 'ana', volunteer: 'vera' }),
  );
  expect(found).toBeLessThan(few + 15);
});
