// A board that nobody looks at reads its closed doors and its agreements again by itself; its session is over all the same.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { minutes } from '@veille/domain';
import { aStaffHouse } from '../harness/a-staff-house.js';
import { aRedis, type TestRedis } from '../harness/redis.js';

let redis: TestRedis;
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis.stop());

it('[AC9] what a page reads again by itself keeps nobody signed in; what is asked by hand does', async () => {
  const house = await aStaffHouse(redis.client);
  const { cookie } = house.claude;
  const reads = async (...paths: string[]) =>
    Promise.all(paths.map(async (path) => (await house.get(`../${path}`, { cookie })).status));
  const byItself = ['desk/closures', 'desk/agreements'];
  for (const _ of [1, 2, 3]) {
    house.clock.advance(minutes(20));
    expect(await reads('access/me')).toEqual([200]);
    expect(await reads(...byItself)).toEqual([200, 200]);
  }
  for (const _ of [1, 2]) {
    house.clock.advance(minutes(14));
    expect(await reads(...byItself)).toEqual([200, 200]);
  }
  house.clock.advance(minutes(2));
  expect(await reads(...byItself)).toEqual([401, 401]);
  await house.stop();
});
