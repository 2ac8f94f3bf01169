// A busy night over two nodes: forty callers and eight volunteers who come, drop, return, decline, rest and leave as they happen
// to (VEILLE_SEED draws the same deeds again), while the line is watched: nobody is lost, doubled, overtaken or kept waiting.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { Chance } from '../harness/chance.js';
import { eventually } from '../harness/eventually.js';
import { aCallersNight, type Stay } from '../harness/night-callers.js';
import { NightVolunteer } from '../harness/night-volunteers.js';
import { theLine } from '../harness/the-line.js';

const CALLERS = 40;
const VOLUNTEERS = 8;
const seed = Number(process.env['VEILLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

let service: Service;
beforeAll(async () => {
  const settings = { OFFER_SECONDS: '1', STILL_THERE_SECONDS: '1', PAIR_REST_SECONDS: '0.6' };
  service = await aService({ nodes: 2, settings });
});
afterAll(() => service.end());

it(`[I1, I2, I3, I4, I6, I7, I9] hold all through a busy night over two nodes (seed ${seed})`, async () => {
  const chance = new Chance(seed);
  const volunteers: NightVolunteer[] = [];
  // One after the other: the house makes so many passwords at once and no more.
  for (let nth = 0; nth < VOLUNTEERS; nth += 1)
    volunteers.push(await NightVolunteer.comes(service, chance.of(CALLERS + nth)));
  const all = Array.from({ length: CALLERS }, (_, nth) => aCallersNight(service, chance.of(nth)));
  const night = Promise.all(all);
  await Promise.all(volunteers.map((one) => one.listensUntil(night)));
  const stays = await night;

  const endings = stays.map(({ why }) => why);
  const ended = ['you-left', 'you-ended', 'listener-ended', 'over-meanwhile'];
  expect(endings.filter((why) => !ended.includes(why))).toEqual([]); // I4
  expect(stays.filter(({ places }) => grows(places))).toEqual([]); // I6
  await eventually(async () => {
    const { is } = await theLine(service);
    expect([is.callers.size, is.offers.size, is.conversations.size]).toEqual([0, 0, 0]);
  });
  expect(stays.some(({ dropped }) => dropped > 0)).toBe(true);
  for (const deed of ['accepts', 'declines', 'frees', 'ends'])
    expect(volunteers.reduce((sum, { did }) => sum + (did[deed] ?? 0), 0)).toBeGreaterThan(0);
  expect(service.watcher.looks).toBeGreaterThan(20);
  expect(service.watcher.faults).toEqual([]); // I1, I2, I3, I7, I9
});

const grows = (places: Stay['places']): boolean =>
  places.some((place, at) => at > 0 && place > (places[at - 1] ?? place));
