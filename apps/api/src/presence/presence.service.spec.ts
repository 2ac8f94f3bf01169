// Presence as its service tells it: who arrived, who dropped, and whose word does not count.
import { expect, it } from '@jest/globals';
import { callerId, firstSettings, seconds } from '@veille/domain';
import { aLiveService } from '../../test/harness/live-service.js';
import { theCaller } from '../../test/harness/scene.js';
import { presenceArrived, presenceDropped } from './presence.facts.js';

const ana = theCaller(callerId('ana'));

async function aScene() {
  const service = await aLiveService();
  const [arrived, dropped] = [service.told(presenceArrived), service.told(presenceDropped)];
  return { service, presence: service.presence, line: service.line, clock: service.clock, arrived, dropped };
}

it('[PR1] a tab that arrived is here for the length of a lease, and longer while it answers', async () => {
  const { presence, line, clock, arrived } = await aScene();
  const { tab } = await presence.arrive(line, ana);
  expect(arrived).toEqual([{ line, person: ana }]);
  clock.advance(firstSettings.callerLease - 1);
  expect(await presence.isHere(line, ana)).toBe(true);
  expect(await presence.renew(line, { person: ana, tab })).toBe('renewed');
  clock.advance(firstSettings.callerLease - 1);
  expect(await presence.isHere(line, ana)).toBe(true);
  clock.advance(1);
  expect(await presence.isHere(line, ana)).toBe(false);
});

it('[PR3] the newest tab is known by its number, and an older one ends nothing', async () => {
  const { presence, line, dropped } = await aScene();
  expect(await presence.tabOf(line, ana)).toBe(0);
  const { tab: older } = await presence.arrive(line, ana);
  const { tab, as } = await presence.arrive(line, ana);
  expect(as).toBe('takes-over');
  expect(await presence.tabOf(line, ana)).toBe(tab);
  expect(await presence.renew(line, { person: ana, tab: older })).toBe('not-yours');
  await presence.drop(line, { person: ana, tab: older });
  expect(dropped).toEqual([]);
  expect(await presence.isHere(line, ana)).toBe(true);
});

it('[PR4] when the newest tab closes, it is told with the instant the grace began', async () => {
  const { presence, line, clock, dropped } = await aScene();
  const { tab } = await presence.arrive(line, ana);
  clock.advance(seconds(5));
  await presence.drop(line, { person: ana, tab });
  expect(dropped).toEqual([{ line, person: ana, tab, at: clock.now() }]);
  expect(await presence.isHere(line, ana)).toBe(false);
});

it('[PR8] a lease is as long as the line chose, from the next sign of life on', async () => {
  const { service, presence, line, clock } = await aScene();
  const { tab } = await presence.arrive(line, ana);
  await service.associations.choose(line, { callerLease: seconds(60) });
  clock.advance(seconds(20));
  await presence.renew(line, { person: ana, tab });
  clock.advance(seconds(60) - 1);
  expect(await presence.isHere(line, ana)).toBe(true);
  clock.advance(1);
  expect(await presence.isHere(line, ana)).toBe(false);
  expect(await presence.rhythm(line)).toEqual({ pingEvery: seconds(10), pingWithin: seconds(8) });
});
