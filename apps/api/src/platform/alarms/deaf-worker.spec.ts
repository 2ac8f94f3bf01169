// The watchdog of the alarms: a queue nobody hears any more is noticed, and its worker replaced; one who hears is enough.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import * as v from 'valibot';
import { eventually } from '../../../test/harness/eventually.js';
import { aProxy, type Proxy } from '../../../test/harness/proxy.js';
import { aRedis, type TestRedis } from '../../../test/harness/redis.js';
import { StoreClock } from '../clock/clock.js';
import { forWaiting, type Redis, reached } from '../redis/client.js';
import { storeTime } from '../redis/store-time.js';
import { alarm } from './alarms.js';
import { BullAlarms, LOOK_EVERY } from './bull-alarms.js';

const LOOK = 300;
const rings = alarm('thing-rings', v.strictObject({ thing: v.string() }), ({ thing }) => thing);
const hangs = alarm('thing-hangs', v.strictObject({ thing: v.string() }), ({ thing }) => thing);

let redis: TestRedis;
let proxy: Proxy;
let patient: Redis;
let alarms: BullAlarms;
let rung: string[];
let said: string[];
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  [rung, said] = [[], []];
  jest.spyOn(process.stdout, 'write').mockImplementation((line) => said.push(String(line)) > 0);
  await redis.client.flushall();
  proxy = await aProxy(redis.url);
  patient = await reached(forWaiting(proxy.url));
  const clock = new StoreClock();
  await clock.set(() => storeTime(redis.client));
  alarms = new BullAlarms(patient, clock, LOOK);
  alarms.answer(rings, async ({ thing }) => rung.push(thing));
});
afterEach(async () => {
  await alarms.stop();
  patient.disconnect();
  await proxy.stop();
  jest.restoreAllMocks();
});
const isReplaced = () => said.some((line) => line.includes('is deaf'));
const alive = () => redis.client.keys('{alarms}:alarms:alive_*');

it('[AL4] two looks are enough, and come within fifteen seconds', () => {
  expect(2 * LOOK_EVERY).toBeLessThan(15_000);
});

it('[AL4] a worker that hears is left alone, and its heartbeats leave nothing', async () => {
  alarms.start();
  // The queue counts what was added to it.
  await eventually(async () =>
    expect(Number(await redis.client.get('{alarms}:alarms:id'))).toBeGreaterThan(3),
  );
  expect(isReplaced()).toBe(false);
  await eventually(async () => expect(await alive()).toEqual([]));
});

it('[AL4] a worker whose hands are all held is replaced, and the next alarm rings', async () => {
  const never = new Promise(() => undefined);
  let held = 0;
  alarms.answer(hangs, async () => {
    held += 1;
    if (held <= 50) await never;
  });
  alarms.start();
  for (let n = 0; n < 50; n += 1) await alarms.arm(hangs, { thing: `h${n}` }, 0);
  await eventually(() => expect(held).toBe(50));
  await alarms.arm(rings, { thing: 'after' }, 0);
  await eventually(() => expect(rung).toEqual(['after']));
  expect(isReplaced()).toBe(true);
});

it('[AL4] a worker whose line went dead without a word is replaced, and the next alarm rings', async () => {
  alarms.start();
  await alarms.arm(rings, { thing: 'before' }, 0);
  await eventually(() => expect(rung).toEqual(['before']));
  await eventually(() => expect(proxy.deafens('bzpopmin')).toBeGreaterThan(0));
  await alarms.arm(rings, { thing: 'after' }, 0);
  await eventually(() => expect(rung).toEqual(['before', 'after']));
  expect(isReplaced()).toBe(true);
});

it('[AL4] beside a worker that is deaf and not replaced, the one that hears rings every alarm', async () => {
  const direct = await reached(forWaiting(redis.url));
  const clock = new StoreClock();
  await clock.set(() => storeTime(redis.client));
  // It looks at nothing before this test is over.
  const deaf = new BullAlarms(patient, clock, 3_600_000);
  const other = new BullAlarms(direct, clock, LOOK);
  deaf.answer(rings, async () => rung.push('by the deaf one'));
  other.answer(rings, async ({ thing }) => rung.push(thing));
  try {
    deaf.start();
    await eventually(() => expect(proxy.deafens('bzpopmin')).toBeGreaterThan(0));
    other.start();
    const things = ['one', 'two', 'three', 'four'];
    for (const [at, thing] of things.entries()) {
      await other.arm(rings, { thing }, 0);
      await eventually(() => expect(rung).toEqual(things.slice(0, at + 1)));
    }
  } finally {
    await deaf.stop();
    await other.stop();
    direct.disconnect();
  }
});
