// How long a ticket of the house is good: as long as the place it stands for is kept, counted from when the tab last answered.
import { randomBytes } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { callerId, firstLine, firstSettings, lineId, minutes, seconds } from '@veille/domain';
import { FakeClock } from '../../test/harness/fake-clock.js';
import { AssociationMemoryStore } from '../../test/harness/memory/association.memory-store.js';
import { AssociationService } from '../association/association.service.js';
import { Tickets } from './tickets.js';

const now = new FakeClock().now();
const stay = {
  line: firstLine.id,
  caller: callerId('mwsRFa8t5k1hsfpesJs0vg'),
  memory: { epoch: 'first', asOf: now, tab: 1, record: { at: 'waiting' } },
};

async function aHouse(settings = {}, key = randomBytes(32)) {
  const clock = new FakeClock();
  const associations = new AssociationService(new AssociationMemoryStore(), clock, settings);
  await associations.seed();
  return { clock, tickets: new Tickets({ key, isNew: true }, associations, clock) };
}

it('[TK2] a ticket outlives the longest grace of its line, and hardly more', async () => {
  const house = await aHouse();
  const ticket = await house.tickets.seal(stay);
  house.clock.advance(firstSettings.conversationGrace + seconds(30) - 1);
  expect(house.tickets.open(ticket)).toEqual(stay);
  house.clock.advance(1);
  expect(house.tickets.open(ticket)).toBe('refused');
});

it('[TK2] the graces are those of the line', async () => {
  const house = await aHouse({ callerGrace: minutes(60) });
  const ticket = await house.tickets.seal(stay);
  house.clock.advance(minutes(60));
  expect(house.tickets.open(ticket)).toEqual(stay);
});

it('[TK2] a place cannot be hoarded: a new ticket makes no older one last longer', async () => {
  const house = await aHouse();
  const older = await house.tickets.seal(stay);
  house.clock.advance(minutes(5));
  const newer = await house.tickets.seal(stay);
  house.clock.advance(minutes(1));
  expect(house.tickets.open(older)).toBe('refused');
  expect(house.tickets.open(newer)).toEqual(stay);
});

it('[TK1] every node of the house opens it, and no other house', async () => {
  const key = randomBytes(32);
  const [one, another, stranger] = [await aHouse({}, key), await aHouse({}, key), await aHouse()];
  const ticket = await one.tickets.seal(stay);
  expect(another.tickets.open(ticket)).toEqual(stay);
  expect(stranger.tickets.open(ticket)).toBe('refused');
});

it('[TK1] there is no ticket for a line that is not served', async () => {
  const { tickets } = await aHouse();
  await expect(tickets.seal({ ...stay, line: lineId('never-was') })).rejects.toThrow();
});
