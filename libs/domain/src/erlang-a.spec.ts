// Erlang-A against figures published for a listening chat, against a simulation, and at its edges.
import { describe, expect, it } from '@jest/globals';
import { erlangA, type House, waitBehind } from './erlang-a.js';
import { hours, minutes } from './time.js';

const perMinute = (n: number) => n / minutes(1);
const chats = (servers: number, load: number): House => ({
  servers,
  arrivals: (load * servers) / minutes(40),
  service: 1 / minutes(40),
  patience: 1 / minutes(10),
});

/** Chats of 40 minutes, patience of 10: the share left unanswered, the mean queue, the wait of the served in minutes. */
it.each([
  [5, 0.8, 15.0, 0.1, 0.8],
  [5, 1.0, 22.9, 0.3, 1.4],
  [5, 1.5, 40.2, 0.8, 3.1],
  [5, 3.5, 71.6, 3.1, 9.5],
  [20, 0.8, 3.9, 0.2, 0.3],
  [20, 1.0, 11.8, 0.6, 1.0],
  [20, 1.5, 34.6, 2.6, 3.6],
  [20, 3.5, 71.4, 12.5, 11.5],
  [60, 1.0, 6.8, 1.0, 0.6],
  [60, 3.5, 71.4, 37.5, 12.2],
])('[OV1] %i listeners at load %f lose %f %%', (servers, load, ...figures) => {
  const [lost, queue, wait] = figures;
  const said = erlangA(chats(servers, load));
  expect(Math.abs(said.abandons * 100 - lost)).toBeLessThan(0.5);
  expect(Math.abs(said.meanQueue - queue)).toBeLessThan(0.06 + 0.02 * queue);
  expect(Math.abs(said.servedWait / minutes(1) - wait)).toBeLessThan(0.1 + 0.02 * wait);
});

/** A small generator with a seed, so that a failure can be looked at again. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** First come, first served: a listener is taken at the earliest moment one is free, unless patience ends before. */
function simulate({ servers, arrivals, service, patience }: House, callers: number, seed: number) {
  const roll = dice(seed);
  const drawn = (rate: number) => -Math.log(1 - roll()) / rate;
  const freeAt = Array.from({ length: servers }, () => 0);
  let [now, waited, left, waitOfServed] = [0, 0, 0, 0];
  for (let caller = 0; caller < callers; caller += 1) {
    now += drawn(arrivals);
    const soonest = freeAt.reduce((best, free, at) => (free < (freeAt[best] ?? 0) ? at : best), 0);
    const wait = Math.max(0, (freeAt[soonest] ?? 0) - now);
    if (wait > 0) waited += 1;
    if (drawn(patience) < wait) left += 1;
    else {
      waitOfServed += wait;
      freeAt[soonest] = now + wait + drawn(service);
    }
  }
  return { waits: waited / callers, abandons: left / callers, servedWait: waitOfServed / (callers - left) };
}

it.each([
  [3, 1.3, 20261121],
  [5, 0.8, 11],
  [12, 0.9, 42],
  [25, 1.6, 7],
])('[OV1] %i listeners at load %f do as a simulation does (seed %i)', (servers, load, seed) => {
  const house = chats(servers, load);
  const [said, seen] = [erlangA(house), simulate(house, 400_000, seed)];
  expect(Math.abs(said.waits - seen.waits)).toBeLessThan(0.01);
  expect(Math.abs(said.abandons - seen.abandons)).toBeLessThan(0.005);
  expect(Math.abs(said.servedWait / seen.servedWait - 1)).toBeLessThan(0.03);
});

/** One place in a line whose listeners are all busy: each step is an end of a conversation, or somebody ahead who gives up. */
function simulateBehind(ahead: number, house: House, seed: number) {
  const roll = dice(seed);
  const drawn = (rate: number) => -Math.log(1 - roll()) / rate;
  const times = 100_000;
  let all = 0;
  for (let time = 0; time < times; time += 1) {
    const givesUpAt = Array.from({ length: ahead }, () => drawn(house.patience));
    let now = 0;
    // Whoever is first when somebody is free, and still there, is heard; then the next; then the one who is asked about.
    for (let first = 0; first <= ahead; first += 1) {
      while (first < ahead && (givesUpAt[first] ?? 0) < now) first += 1;
      now = heardFrom(now, () => drawn(house.servers * house.service), givesUpAt[first]);
    }
    all += now;
  }
  return all / times;
}

/** When whoever is first is heard, or has given up before: then the one behind them is first from that moment on. */
const heardFrom = (now: number, next: () => number, givesUpAt = Infinity): number =>
  Math.min(now + next(), givesUpAt);

it.each([
  [0, 3, 1],
  [4, 5, 20261121],
  [12, 5, 42],
  [40, 12, 7],
])(
  '[OV1] behind %i others and %i listeners one waits as long as in a simulation (seed %i)',
  (ahead, n, seed) => {
    const house = chats(n, 1.5);
    expect(Math.abs(waitBehind(ahead, house) / simulateBehind(ahead, house, seed) - 1)).toBeLessThan(0.02);
  },
);

describe('at the edges', () => {
  it('[OV1] two hundred listeners and ten thousand in the line are still numbers', () => {
    // ρ = 50.2 and a patience of 3.4 hours: the queue settles near ten thousand.
    const house = { ...chats(200, 50.2), patience: perMinute(1) / 41 / 5 };
    const said = erlangA({ ...house, arrivals: 200 * house.service + 10_000 * house.patience });
    expect(said.meanQueue).toBeGreaterThan(9_990);
    expect(said.meanQueue).toBeLessThan(10_010);
    expect(said.waits).toBeCloseTo(1, 9);
    expect(Number.isFinite(said.servedWait)).toBe(true);
    expect(erlangA(chats(200, 0.01)).waits).toBeLessThan(1e-9);
  });

  it('[OV1] who is next waits for one of n to end; others ahead are heard or give up', () => {
    const house = chats(4, 1);
    expect(waitBehind(0, house)).toBeCloseTo(minutes(10), 3);
    expect(waitBehind(1, house)).toBeCloseTo(minutes(15), 3);
    expect(waitBehind(10_000, house)).toBeLessThan(hours(2));
    expect(waitBehind(0, { ...house, servers: 0 })).toBe(Infinity);
  });

  it.each([
    [2, 0.2],
    [4, 6],
    [200, 6],
    [3, 1e6],
  ])(
    '[OV1] %i listeners, a patience of %f minutes: a long line is the sum of its places',
    (servers, patient) => {
      const house = { ...chats(servers, 1), patience: perMinute(1) / patient };
      let sum = 0;
      for (let ahead = 0; ahead <= 20_000; ahead += 1) {
        sum += 1 / (servers * house.service + ahead * house.patience);
        if (ahead % 499 === 0) expect(waitBehind(ahead, house) / sum).toBeCloseTo(1, 8);
      }
      expect(waitBehind(99, { ...house, patience: 0 })).toBeCloseTo(100 / (servers * house.service), 3);
    },
  );
});
