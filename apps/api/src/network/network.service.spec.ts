// What a network is called: the same by all nodes, for hours only, and by nobody who has half of the key.
import { expect, it } from '@jest/globals';
import { hours, minutes, networkKey } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { NetworkMemoryStore } from '../../test/harness/memory/network.memory-store.js';
import { NetworkService } from './network.service.js';

function nodes() {
  const clock = new FakeClock();
  const store = new NetworkMemoryStore();
  const aNode = (house = 'house') => new NetworkService(store, clock, Buffer.from(house));
  return { clock, store, aNode };
}
const here = 'cb0071';

it('[NW1] every node calls a network the same, and another network otherwise', async () => {
  const { aNode } = nodes();
  const [one, other] = [aNode(), aNode()];
  expect(await one.namesOf(here)).toEqual(await other.namesOf(here));
  expect(await one.namesOf(here)).not.toEqual(await one.namesOf('cb0072'));
});

it('[NW1] a network has a new name every hour, and the old ones until their keys are gone', async () => {
  const { aNode, clock, store } = nodes();
  const node = aNode();
  const [first] = await node.namesOf(here);
  for (let hour = 1; hour < networkKey.lastsFor / networkKey.turnsEvery; hour += 1) {
    clock.advance(hours(1));
    const names = await node.namesOf(here);
    expect(names[0]).not.toBe(first);
    expect(names.at(-1)).toBe(first);
  }
  clock.advance(hours(1));
  expect(await node.namesOf(here)).not.toContain(first);
  expect(store.kept.size).toBe(7);
});

it('[NW1] who has what the live store holds, or what the house holds, names nothing', async () => {
  const { aNode } = nodes();
  const [name] = await aNode().namesOf(here);
  expect(await aNode('another house').namesOf(here)).not.toContain(name);
  expect(await nodes().aNode().namesOf(here)).not.toContain(name);
});

it('[NW1] a store that was lost is given back the half a node remembers, and an outage changes no name', async () => {
  const { aNode, clock, store } = nodes();
  const node = aNode();
  const names = await node.namesOf(here);
  store.kept.clear();
  clock.advance(minutes(1));
  expect(await node.namesOf(here)).toEqual(names);
  expect(await aNode().namesOf(here)).toEqual(names);
  clock.advance(minutes(1));
  store.keep = () => Promise.reject(new Error('out'));
  expect(await node.namesOf(here)).toEqual(names);
  clock.advance(hours(1));
  expect(await node.namesOf(here)).toEqual([]);
});

it('[NW4] nobody waits because nothing is known of where they come from', async () => {
  const { aNode } = nodes();
  const node = aNode();
  expect(await node.namesOf(undefined)).toEqual([]);
  for (let n = 0; n < 200; n += 1) expect(await node.turn('join', [])).toEqual({ wait: 0 });
});
