// What it costs to tell places, counted: one ranged read a node and second, a telling for those alone whose place is another, and
// nothing at all for whoever only waits while others are matched.
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { type CallerId, callerId, lineId, minutes, placeId, volunteerId } from '@veille/domain';
import { CallerTabs } from '../src/faces/face-tabs.js';
import { Memories } from '../src/faces/memories.js';
import { PlaceTicks } from '../src/faces/place-ticks.js';
import { LineService } from '../src/line/line.service.js';
import { OfferService } from '../src/offer/offer.service.js';
import { Facts } from '../src/platform/facts.js';
import { aService, type Service } from './harness/a-service.js';
import { eventually } from './harness/eventually.js';
import { aRedis } from './harness/redis.js';
import { LiveService } from './harness/live-service.js';
import { liveInRedis, liveOver, type LiveStores } from './harness/live-stores.js';
import { aCaller } from './harness/people.js';
import { theCaller, theVolunteer } from './harness/scene.js';

const line = lineId('principale');
const many = [10, 1_000];

/** So many wait, in this order, their leases long. */
async function waiting(stores: LiveStores, howMany: number, now: number): Promise<CallerId[]> {
  const ids = Array.from({ length: howMany }, (_, nth) => callerId(`caller-${nth}`));
  for (const id of ids) {
    await stores.presence.appear(line, theCaller(id), { now, until: now + minutes(60) });
    await stores.lines.join(line, { id, language: 'fr', now });
  }
  return ids;
}

async function isFree(stores: LiveStores, now: number): Promise<void> {
  const id = volunteerId('vera');
  await stores.presence.appear(line, theVolunteer(id), { now, until: now + minutes(60) });
  await stores.volunteers.startShift(line, { id, from: placeId('home'), languages: new Set(['fr']), now });
}

describe.each(many)('with %i who wait on one node', (howMany) => {
  let service: Service;
  let stores: LiveStores;
  let ids: CallerId[];
  let memories: Memories;
  let ticks: PlaceTicks;
  let told: jest.SpiedFunction<CallerTabs['tell']>;
  let read: jest.SpiedFunction<LineService['inOrder']>;
  const now = Date.now();

  beforeEach(async () => {
    service = await aService();
    const [node] = service.nodes;
    if (!node) throw new Error('a service has a node');
    memories = node.app.get(Memories);
    ticks = node.app.get(PlaceTicks);
    await ticks.onModuleDestroy();
    stores = await liveOver(service.live.client);
    const tabs = node.app.get(CallerTabs);
    const page = aCaller(service);
    await page.ask('line.join', {});
    const [held] = tabs.idsOn(line).map((id) => tabs.here(theCaller(callerId(id))));
    await page.ask('line.leave', {});
    ids = await waiting(stores, howMany, now);
    // Every one of them has their page on this node: one socket stands for all.
    jest.spyOn(tabs, 'lines', 'get').mockReturnValue([line]);
    jest.spyOn(tabs, 'here').mockReturnValue(held);
    told = jest.spyOn(tabs, 'tell').mockReturnValue(undefined);
    read = jest.spyOn(node.app.get(LineService), 'inOrder');
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await service.end();
  });

  /** How often the line was read, and who was told their place, at the next tick. */
  async function aTick(): Promise<{ reads: number; places: unknown[] }> {
    told.mockClear();
    read.mockClear();
    await ticks.tick();
    const places = told.mock.calls.filter(([, { event }]) => event === 'line.moved');
    return { reads: read.mock.calls.length, places: places.map(([{ id }]) => id) };
  }

  it('[LN9] a tick reads the line once, and tells those alone whose place is another; far away, by twenty-fifths', async () => {
    expect(await aTick()).toEqual({ reads: 1, places: ids });
    expect(await aTick()).toEqual({ reads: 1, places: [] });
    await stores.lines.leave(line, ids[4] ?? callerId(''));
    expect(await aTick()).toEqual({ reads: 1, places: ids.slice(5, 49) });
    await stores.lines.leave(line, ids[5] ?? callerId(''));
    expect(await aTick()).toEqual({ reads: 1, places: ids.slice(6, 74) });
  });

  it('[LN9] [TL2] a lower place and its ticket are one telling: nothing goes before it that could push it aside', async () => {
    jest.spyOn(memories, 'sealedAgain').mockResolvedValue('a ticket');
    await ticks.tick();
    told.mockClear();
    await stores.lines.leave(line, ids[0] ?? callerId(''));
    await ticks.tick();
    const toNext = told.mock.calls.filter(([{ id }]) => id === ids[1]).map(([, telling]) => telling);
    expect(toNext).toEqual([
      {
        event: 'line.moved',
        volatile: true,
        payload: expect.objectContaining({ place: 1, ticket: 'a ticket' }),
      },
    ]);
  });

  it('[LN9] a match tells nobody but the one it is of, and reads nobody’s place', async () => {
    const node = service.nodes[0]?.app;
    told.mockClear();
    read.mockClear();
    await isFree(stores, now);
    await node?.get(OfferService).match(line);
    await node?.get(Facts).quiet();
    const toWhom = () => [...new Set(told.mock.calls.map(([{ id }]) => id))];
    await eventually(() => expect(toWhom()).toEqual(ids.slice(0, 1)));
    expect(read).not.toHaveBeenCalled();
  });
});

it('[LN9] inside the store a match costs the same commands, however many wait', async () => {
  const redis = await aRedis();
  const counted: unknown[] = [];
  // The first time the moves themselves are told to the store.
  for (const howMany of [1, ...many]) {
    const stores = await liveInRedis(redis.client);
    const service = new LiveService({ stores: () => stores });
    await service.associations.seed();
    await waiting(stores, howMany, service.clock.now());
    await isFree(stores, service.clock.now());
    await redis.client.config('RESETSTAT');
    await service.done(service.offers.match(line));
    const stats = await redis.client.info('commandstats');
    const calls = [...stats.matchAll(/cmdstat_(\S+?):calls=(\d+)/g)].map(([, command, times]) => [
      command,
      times,
    ]);
    expect(calls.some(([command]) => command === 'evalsha')).toBe(true);
    counted.push(Object.fromEntries(calls));
  }
  await redis.stop();
  expect(counted[2]).toEqual(counted[1]);
});
