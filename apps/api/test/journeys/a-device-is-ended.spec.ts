// Ending a post's device among two thousand accounts: who signed in there is known, and nobody else is looked at.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { foldPseudonym } from '@veille/domain';
import { devicesTold } from '@veille/shared';
import * as v from 'valibot';
import { keptKeys } from '../../src/platform/redis/keys.js';
import { aStaffHouse } from '../harness/a-staff-house.js';
import { aRedis, type TestRedis } from '../harness/redis.js';

const ACCOUNTS = 2_000;
let redis: TestRedis;
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis.stop());

const commands = async () =>
  Number(/total_commands_processed:(\d+)/.exec(await redis.client.info('stats'))?.[1]);

it('[PD6] it costs the store the same however many accounts there are', async () => {
  const house = await aStaffHouse(redis.client);
  const { cookie, account } = house.claude;
  const record = await redis.client.hgetall(keptKeys.account(account));
  const written = redis.client.pipeline();
  for (let one = 0; one < ACCOUNTS; one += 1) {
    const pseudonym = `Bénévole ${one}`;
    written.hset(keptKeys.account(`many-${one}`), { ...record, id: `many-${one}`, pseudonym });
    written.hset(keptKeys.pseudonyms('veille'), foldPseudonym(pseudonym), `many-${one}`);
  }
  await written.exec();
  const { body } = await house.post('../post/devices', { body: { post: house.posts[0]?.id }, cookie });
  const [made] = v.parse(devicesTold, body).devices;
  const before = await commands();
  const ended = await house.post('../post/devices/end', { body: { device: made?.id }, cookie });
  const cost = (await commands()) - before;
  await house.stop();
  expect(ended.status).toBe(200);
  expect(cost).toBeGreaterThan(3);
  expect(cost).toBeLessThan(60);
});
