// Alarms on a real BullMQ: each rings once, at its time, carries ids only, and leaves nothing of anybody behind.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import * as v from 'valibot';
import { eventually } from '../../../test/harness/eventually.js';
import { everythingIn } from '../../../test/harness/everything-in.js';
import { aRedis, type TestRedis } from '../../../test/harness/redis.js';
import { StoreClock } from '../clock/clock.js';
import { forWaiting, type Redis, reached } from '../redis/client.js';
import { storeTime } from '../redis/store-time.js';
import { alarm } from './alarms.js';
import { BullAlarms } from './bull-alarms.js';

const ends = alarm(
  'thing-ends',
  v.strictObject({ place: v.string(), thing: v.string(), version: v.number() }),
  ({ thing, version }) => `${thing}_${version}`,
);
const thing = { place: 'here', thing: 'Xq7fWanderer', version: 3 };

let redis: TestRedis;
let clock: StoreClock;
beforeAll(async () => {
  redis = await aRedis();
  clock = new StoreClock();
  await clock.set(() => storeTime(redis.client));
});
afterAll(() => redis.stop());

let patient: Redis;
let alarms: BullAlarms;
let rung: { at: number; payload: unknown }[];
beforeEach(async () => {
  await redis.client.flushall();
  patient = await reached(forWaiting(redis.url));
  alarms = new BullAlarms(patient, clock);
  rung = [];
});
afterEach(async () => {
  await alarms.stop();
  patient.disconnect();
  jest.restoreAllMocks();
});

const listens = (wakes: () => Promise<unknown> = async () => undefined) =>
  alarms.answer(ends, async (payload) => {
    rung.push({ at: clock.now(), payload });
    await wakes();
  });
const soon = (milliseconds = 150) => clock.now() + milliseconds;
const jobs = async () => (await redis.client.keys('{alarms}*')).filter((key) => key.includes(ends.name));
const isOver = () => eventually(async () => expect([rung.length > 0, await jobs()]).toEqual([true, []]));

it('[AL1] rings at its time, and not before, with what it was given', async () => {
  listens();
  alarms.start();
  const at = soon();
  await alarms.arm(ends, thing, at);
  await isOver();
  expect(rung).toMatchObject([{ payload: thing }]);
  expect(rung[0]?.at).toBeGreaterThanOrEqual(at - 5);
});

it('[AL1] rings at once when its time is over already', async () => {
  listens();
  alarms.start();
  await alarms.arm(ends, thing, clock.now() - 60_000);
  await isOver();
  expect(rung).toHaveLength(1);
});

it('[AL1] armed twice rings once; another version rings for itself', async () => {
  listens();
  await alarms.arm(ends, thing, soon(50));
  await alarms.arm(ends, thing, soon(50));
  await alarms.arm(ends, { ...thing, version: 4 }, soon(50));
  expect(await jobs()).toHaveLength(2);
  alarms.start();
  await eventually(() => expect(rung).toHaveLength(2));
  await isOver();
  expect(rung).toHaveLength(2);
});

it('[AL1] once it has rung, it can be armed anew', async () => {
  listens();
  alarms.start();
  await alarms.arm(ends, thing, soon(20));
  await isOver();
  await alarms.arm(ends, thing, soon(20));
  await eventually(() => expect(rung).toHaveLength(2));
});

it('[AL1] carries ids and a version, and nothing else', async () => {
  listens();
  await alarms.arm(ends, thing, soon(60_000));
  const [job] = await jobs();
  const held = await redis.client.hgetall(job ?? '');
  expect(JSON.parse(held['data'] ?? '')).toEqual(thing);
  expect(held['returnvalue'] ?? held['failedReason'] ?? held['stacktrace']).toBeUndefined();
});

it('[I7, AL1] of an alarm that has rung nothing is kept anywhere', async () => {
  listens(async () => thing);
  alarms.start();
  for (let version = 0; version < 20; version += 1) await alarms.arm(ends, { ...thing, version }, soon(50));
  await eventually(() => expect(rung).toHaveLength(20));
  await eventually(async () => {
    const held = await everythingIn(redis.client);
    expect(held).not.toContain(thing.thing);
    expect(held).not.toContain(ends.name);
  });
  const left = (await redis.client.keys('*')).sort();
  expect(left.filter((key) => !/:(?:id|meta|stalled-check|marker)$/.test(key))).toEqual([]);
});

it('[AL1] one that fails rings once, says no more than that it failed, and keeps no other from ringing', async () => {
  const said = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  listens(() => Promise.reject(new Error(`no ${thing.thing}`)));
  alarms.start();
  await alarms.arm(ends, thing, soon(20));
  await alarms.arm(ends, { ...thing, version: 4 }, soon(40));
  await eventually(() => expect(rung).toHaveLength(2));
  await isOver();
  const lines = said.mock.calls.map(([line]) => String(line)).join('');
  expect(lines).toContain('an alarm failed');
  expect(lines).not.toContain(thing.thing);
});

it('[AL1] what is not what it says it is wakes nothing', async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  listens();
  const careless = alarm('thing-ends', v.strictObject({ thing: v.number() }), () => 'careless');
  alarms.start();
  await alarms.arm(careless, { thing: 1 }, soon(10));
  await alarms.arm(ends, thing, soon(40));
  await isOver();
  expect(rung).toMatchObject([{ payload: thing }]);
});

it('[AL3] two answers to one kind fail the boot', () => {
  listens();
  expect(() => listens()).toThrow('two answers');
});

it('[AL3] arming what nothing answers fails at once, and arms nothing', async () => {
  await expect(alarms.arm(ends, thing, soon())).rejects.toThrow('nothing answers');
  expect(await jobs()).toEqual([]);
});

it('[AL1, AL2] two workers ring it once', async () => {
  listens();
  const other = new BullAlarms(patient, clock);
  other.answer(ends, async (payload) => rung.push({ at: clock.now(), payload }));
  alarms.start();
  other.start();
  for (let version = 0; version < 50; version += 1) await alarms.arm(ends, { ...thing, version }, soon(50));
  await eventually(async () => expect([rung.length, await jobs()]).toEqual([50, []]));
  await other.stop();
});

it('[PV2] what is taken back does not ring, and nothing of it is left; what belongs to others rings', async () => {
  listens();
  await alarms.arm(ends, thing, soon(60_000));
  await alarms.arm(ends, { ...thing, thing: 'Other' }, soon());
  expect(await alarms.carrying([thing.thing])).toHaveLength(1);
  await alarms.takeBack([thing.thing]);
  expect(await alarms.carrying([thing.thing])).toEqual([]);
  alarms.start();
  await isOver();
  expect(rung).toMatchObject([{ payload: { thing: 'Other' } }]);
  await eventually(async () => expect(await everythingIn(redis.client)).not.toContain(thing.thing));
});
