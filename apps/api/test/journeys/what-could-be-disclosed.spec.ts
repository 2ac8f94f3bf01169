// If a court asked for everything: the whole of both stores in the middle of a conversation, each entry with its row, and
// nothing of what is said. Controls: a key nobody declared, and words where no words belong, are found.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Disclosure, disclosureOf } from '../../src/privacy/disclosure.js';
import { wholeStore } from '../../src/platform/redis/whole-store.js';
import { aService, type Service } from '../harness/a-service.js';
import { anEnvelope } from '../harness/envelopes.js';
import { aPair, aWaitingCaller, type Paired } from '../harness/people.js';

const words = 'je ne dors plus depuis mardi';

let service: Service;
let pair: Paired;
beforeAll(async () => {
  service = await aService({ writes: true });
  pair = await aPair(service);
  await aWaitingCaller(service);
});
afterAll(() => service.end());

async function disclosed(said: readonly string[] = []): Promise<Disclosure> {
  const { live, kept } = service;
  return disclosureOf({ live: await wholeStore(live.client), kept: await wholeStore(kept.client) }, said);
}

it('[PV6] every entry of both stores is there, under its row, and nothing that is not an id, a number or a word', async () => {
  await pair.caller.ask('conversation.say', anEnvelope(pair.conversation));
  const { entries, faults } = await disclosed([words]);
  expect(faults).toEqual([]);
  const rows = new Set(entries.map(({ row }) => row));
  for (const row of ['caller', 'conversation', 'tab', 'queue', 'alarms', 'account', 'session', 'lines'])
    expect(rows).toContain(row);
  const sizes = await Promise.all([service.live.client.dbsize(), service.kept.client.dbsize()]);
  // An alarm may have come or gone between the two looks.
  const declared = entries.filter(({ row }) => row !== 'alarms').length;
  expect(declared).toBeLessThanOrEqual(sizes[0] + sizes[1]);
  expect(declared).toBeGreaterThan(10);
});

it('[PV6] secrets are named and measured, and never printed', async () => {
  const { entries } = await disclosed();
  const key = await service.kept.client.get('ticket-key');
  const told = JSON.stringify(entries);
  expect(key).toMatch(/^[\w-]{43}$/);
  expect(told).not.toContain(key);
  expect(told).not.toContain('$argon2id$');
  expect(entries.find(({ row }) => row === 'ticketKey')?.holds).toEqual({ secret: true, characters: 43 });
});

const live = () => service.live.client;
const kept = () => service.kept.client;
const base64 = (text: string) => Buffer.from(text).toString('base64');

const somebody = '{principale}:caller:somebody';
it.each([
  {
    what: 'a key nobody declared',
    why: 'no-row',
    plant: () => live().set('{principale}:journal', '1'),
    key: '{principale}:journal',
  },
  {
    what: 'the same in the kept store',
    why: 'no-row',
    plant: () => kept().hset('visits', 'today', '3'),
    key: 'visits',
  },
  {
    what: 'words in a key that has a row',
    why: 'looks-like-content',
    plant: () => live().hset(somebody, 'note', words),
    key: somebody,
  },
  {
    what: 'something sealed',
    why: 'looks-like-content',
    plant: () => live().hset(somebody, 'note', base64(words.repeat(9))),
    key: somebody,
  },
  {
    what: 'known words, in base64 inside something else',
    why: 'looks-like-content',
    plant: () => kept().hset('associations', 'x', base64(`..${words}..`)),
    key: 'associations',
  },
])('[PV7] control: $what is found', async ({ why, plant, key }) => {
  await plant();
  const { faults } = await disclosed([words]);
  expect(faults.map((fault) => [fault.key, fault.why])).toContainEqual([key, why]);
  if (key === 'associations') await kept().hdel(key, 'x');
  else await Promise.all([live().del(key), kept().del(key)]);
  expect((await disclosed([words])).faults).toEqual([]);
});
