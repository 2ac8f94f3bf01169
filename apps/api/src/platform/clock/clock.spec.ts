// The one clock: the store's time counted on, so that no node's own clock, however wrong, moves a deadline.
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { aRedis } from '../../../test/harness/redis.js';
import { storeTime } from '../redis/store-time.js';
import { StoreClock } from './clock.js';

const t0 = 1_795_000_000_000;

describe('the time of the store', () => {
  /** A counter that a test moves. */
  let counter = 0;
  const counted = () => jest.spyOn(performance, 'now').mockImplementation(() => counter);
  /** Answers `time` after so many milliseconds. */
  const after = (milliseconds: number, time: number) => async () => {
    counter += milliseconds;
    return time;
  };
  afterEach(() => {
    jest.restoreAllMocks();
  });

  it('[MV1] is counted on from, as of the middle of the asking', async () => {
    counted();
    const clock = new StoreClock();
    await clock.set(after(10, t0));
    expect(clock.now()).toBe(t0 + 5);
    counter += 1_000;
    expect(clock.now()).toBe(t0 + 1_005);
  });

  it('[MV1] is not moved by the clock on the wall', async () => {
    counted();
    const clock = new StoreClock();
    await clock.set(after(0, t0));
    jest.spyOn(Date, 'now').mockReturnValue(0);
    expect(clock.now()).toBe(t0);
  });

  it('[MV1] is measured again, and followed', async () => {
    counted();
    const clock = new StoreClock();
    await clock.set(after(2, t0));
    await clock.set(after(2, t0 + 60_000));
    expect(clock.now()).toBe(t0 + 60_001);
  });

  it('[MV1] is not learned from an answer that took long, once something is known', async () => {
    counted();
    const clock = new StoreClock();
    await clock.set(after(900, t0));
    expect(clock.now()).toBe(t0 + 450);
    await clock.set(after(900, t0 + 1_500));
    expect(clock.now()).toBe(t0 + 1_350);
  });

  it('[MV1] is learned from a slow answer too, when the store’s own clock has jumped by more than it took', async () => {
    counted();
    const clock = new StoreClock();
    await clock.set(after(900, t0));
    await clock.set(after(900, t0 + 3_600_000));
    expect(clock.now()).toBe(t0 + 3_600_450);
  });

  it('[MV1] is kept when the store does not answer', async () => {
    counted();
    const clock = new StoreClock();
    await clock.set(after(0, t0));
    await expect(clock.set(() => Promise.reject(new Error('out')))).rejects.toThrow('out');
    expect(clock.now()).toBe(t0);
  });
});

it('[MV1] is the time of a real store, but for what an answer of it takes', async () => {
  const redis = await aRedis();
  const clock = new StoreClock();
  const began = performance.now();
  await clock.set(() => storeTime(redis.client));
  const [before, said, after] = [await storeTime(redis.client), clock.now(), await storeTime(redis.client)];
  // However long this machine stood still meanwhile, it is off by no more than that.
  const tookAtMost = Math.ceil(performance.now() - began);
  expect(said).toBeGreaterThanOrEqual(Math.floor(before) - tookAtMost);
  expect(said).toBeLessThanOrEqual(Math.ceil(after) + tookAtMost);
  await redis.stop();
});
