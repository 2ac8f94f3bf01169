// The panel against the stores: in every state a caller can be in, it shows each kind of entry that a walk through every key
// of both stores finds for them, and nothing else.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { callerId, lineId } from '@veille/domain';
import { heldWords } from '@veille/shared';
import { Facts } from '../../src/platform/facts.js';
import { HeldService } from '../../src/privacy/held.service.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { wordOfRow, wordsOf } from '../harness/kept-rows.js';
import { mentionsOf } from '../harness/mentions.js';
import {
  accepts,
  aCaller,
  aFreeVolunteer,
  aWaitingCaller,
  type CallerTab,
  isOffered,
} from '../harness/people.js';

const line = lineId('principale');

let service: Service;
beforeAll(async () => {
  const settings = { STILL_THERE_SECONDS: '4', OFFER_SECONDS: '600' };
  service = await aService({ nodes: 2, settings, writes: true });
});
afterAll(() => service.end());

/** Every id a caller of this line has in the store at this moment. */
const idsInLine = async (): Promise<string[]> =>
  (await service.live.client.keys('{principale}:caller:*')).map((key) => key.slice(key.lastIndexOf(':') + 1));

/** A caller who waits, and the id only the store knows them by. */
async function aKnownCaller(node = 0): Promise<{ tab: CallerTab; id: string }> {
  const before = new Set(await idsInLine());
  const tab = await aWaitingCaller(service, node);
  const id = (await idsInLine()).find((one) => !before.has(one));
  if (id === undefined) throw new Error('a caller who waits is not in the store');
  return { tab, id };
}

/** What the panel would show of this caller, each kind once, beside what a walk through both stores finds. */
async function bothLooks(id: string): Promise<{ panel: string[]; stores: string[] }> {
  const [node] = service.nodes;
  const held = await node?.app.get(HeldService, { strict: false }).about(line, callerId(id));
  const panel = [...new Set(held?.entries.map(({ what }) => what))].sort();
  const rows = await mentionsOf(id, { live: service.live.client, kept: service.kept.client });
  return { panel, stores: wordsOf(rows) };
}

/** The two agree, as soon as nothing moves between them, and show these kinds among others. */
async function isAllOfIt(id: string, expected: readonly string[] = []): Promise<void> {
  await eventually(async () => {
    const { panel, stores } = await bothLooks(id);
    expect(panel).toEqual(stores);
    expect(panel).toEqual(expect.arrayContaining([...expected]));
  });
}

it('[PV1] each word of the panel stands for one row of docs/kept.md, and no row for two', () => {
  expect([...wordOfRow.values()].sort()).toEqual([...heldWords].sort());
});

it('[PV1] waiting, asked, asleep, offered, talking, interrupted, gone: the panel shows what the store holds', async () => {
  const { tab: silent, id: sleeper } = await aKnownCaller(0);
  silent.reacts = undefined;
  await isAllOfIt(sleeper, ['record', 'place', 'turn', 'tab', 'lease']);
  const { tab: volunteer } = await aFreeVolunteer(service, 1);
  await silent.until('caller.is', ({ at }) => at === 'asked');
  await isAllOfIt(sleeper, ['offer', 'offer-end', 'listener', 'alarm']);
  await silent.until('caller.is', ({ at }) => at === 'asleep');
  await isAllOfIt(sleeper, ['asleep', 'alarm']);

  const { tab: caller, id } = await aKnownCaller(1);
  await isOffered(volunteer);
  await isAllOfIt(id, ['record', 'offer', 'listener', 'alarm']);
  await accepts(volunteer);
  await caller.until('caller.is', ({ at }) => at === 'talking');
  await isAllOfIt(id, ['record', 'conversation', 'listener', 'lease', 'tab']);
  caller.die();
  await isAllOfIt(id, ['conversation', 'alarm', 'lease']);

  const ticket = caller.last('caller.ticket')?.ticket;
  const back = aCaller(service, 0, ticket);
  const talking = await back.until('caller.is', ({ at }) => at === 'talking');
  if (talking.at !== 'talking') throw new Error('a caller who came back talks');
  await back.ask('conversation.end', { conversation: talking.conversation });
  await eventually(async () => expect((await bothLooks(id)).stores).not.toContain('record'));
  await isAllOfIt(id);
  await silent.ask('line.leave', {});
  await volunteer.ask('shift.stop', {});
  volunteer.die();
});

it('[PV1] control: whatever speaks of a caller under a key nobody thought of, or in a key that never should, is found', async () => {
  const { tab, id } = await aKnownCaller();
  await isAllOfIt(id);
  const plants: [plant: () => Promise<unknown>, key: string][] = [
    [() => service.live.client.hset('{principale}:notes:1', 'of', id), '{principale}:notes:1'],
    [() => service.live.client.zadd('{principale}:free', 1, id), '{principale}:free'],
    [() => service.live.client.set(`{principale}:said:opening`, id), '{principale}:said:opening'],
    [() => service.kept.client.rpush('visits', id), 'visits'],
  ];
  for (const [plant, key] of plants) {
    await plant();
    const { panel, stores } = await bothLooks(id);
    expect(stores).toHaveLength(panel.length + 1);
    await Promise.all([service.live.client.del(key), service.kept.client.del('visits')]);
  }
  await isAllOfIt(id);
  await tab.ask('line.leave', {});
});

describe('over the wire', () => {
  let outside: CallerTab;
  beforeEach(async () => {
    outside = aCaller(service, 1);
    await outside.until('caller.is', ({ at }) => at === 'outside');
  });

  it('[PV2] before joining and after leaving there is nothing, and in between lengths of time but no name', async () => {
    expect(await outside.ask('caller.held', {})).toMatchObject({ answer: { entries: [] } });
    const before = new Set(await idsInLine());
    await outside.ask('line.join', {});
    const id = (await idsInLine()).find((one) => !before.has(one)) ?? 'nobody';
    for (const { app } of service.nodes) await app.get(Facts, { strict: false }).quiet();
    const reply = await outside.ask('caller.held', {});
    expect(reply).toMatchObject({ answer: { grace: 240_000 } });
    expect(JSON.stringify(reply)).toContain('"what":"record"');
    expect(JSON.stringify(reply)).not.toContain(id);
    await outside.ask('line.leave', {});
    await eventually(async () => expect(await mentionsOf(id, { live: service.live.client })).toEqual([]));
    expect(await outside.ask('caller.held', {})).toMatchObject({ answer: { entries: [] } });
  });

  it('[PV3] who looks without end is told to wait, and nothing else of theirs is refused for it', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => outside.ask('caller.held', {})));
    expect(asked).toContainEqual({ refused: 'too-fast' });
    expect(await outside.ask('presence.here', {})).toEqual({ answer: {} });
  });
});
