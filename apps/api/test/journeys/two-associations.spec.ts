// Two associations at work on one installation: everything the staff of one hears and is answered is searched for anything of
// the other, by name, by id and by number; and the same search finds all of it where it belongs. By an agreement they see a few
// things of each other, these and no more; and after it nothing.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount } from '../harness/accounts.js';
import { aSecondAssociation } from '../harness/an-association.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import { agree, partnerDesk } from '../harness/partners.js';
import { accepts, aDeskOf, aVolunteer } from '../harness/people.js';
import {
  answersTo,
  aSide,
  atWork,
  callsOn,
  CROWD,
  idsOf,
  search,
  type Side,
  waits,
  zenith,
} from '../harness/side-by-side.js';

let service: Service;
let own: Side;
let other: Side;
let marks: Map<string, string>;

beforeAll(async () => {
  service = await aService();
  const first = await anAccount(service, { role: 'coordinator', pseudonym: 'Ondine' });
  const second = await aSecondAssociation(service, zenith);
  own = await aSide(service, { by: first, line: 'principale', names: ['Olive', 'Omar', 'Odette'] });
  other = await aSide(service, { by: second, line: zenith.line, names: ['Zelda', 'Zacharie', 'Zoran'] });
  const calls = await atWork(service, [own, other]);
  marks = new Map([...(await marksOfTheOther()), ...calls.map((id): [string, string] => [id, 'call'])]);
  for (const side of [own, other]) side.told.push(...(await answersTo(service, side)));
});
afterAll(() => service.end());

/** What must be nowhere: names, addresses, accounts, posts; and whoever called. */
async function marksOfTheOther(): Promise<[string, string][]> {
  return [
    ['Zénith', 'name'],
    ['zenith', 'address'],
    ['Zéphyr', 'line name'],
    ['zephyr', 'line'],
    ['Zébré', 'post'],
    ...['Zelda', 'Zacharie', 'Zoran'].map((name): [string, string] => [name, 'pseudonym']),
    ...(await idsOf(service, zenith.association)),
  ];
}

/** The same of the first association, but for its public name, which an agreement tells. */
async function marksOfOwn(): Promise<Map<string, string>> {
  return new Map([
    ['principale', 'line'],
    ['Poste central', 'post'],
    ...['Ondine', 'Olive', 'Omar', 'Odette'].map((name): [string, string] => [name, 'pseudonym']),
    ...(await idsOf(service, 'veille')).filter(([, kind]) => kind === 'account'),
  ]);
}

/** Every number that counts people, wherever it was told. */
const counted = (told: readonly unknown[]): number[] =>
  [...JSON.stringify(told).matchAll(/"(?:waiting|offered|admitted|talking|free)":(\d+)/g)].map(([, number]) =>
    Number(number),
  );

it('[TN7] the search finds all of it where it belongs', () => {
  const all = ['account', 'address', 'call', 'line', 'line name', 'name', 'post', 'pseudonym'];
  expect([...new Set(marks.values())].sort()).toEqual(all);
  expect(search(other.told, marks)).toEqual(all);
  expect(Math.max(...counted(other.told))).toBeGreaterThanOrEqual(CROWD - 1);
  expect(other.told.length).toBeGreaterThan(50);
});

it('[TN7] nothing the staff of one association hears or is answered is of the other: no name, no id, no number', () => {
  expect(own.told.length).toBeGreaterThan(50);
  expect(search(own.told, marks)).toEqual([]);
  expect(Math.max(...counted(own.told))).toBeGreaterThan(0);
  expect(Math.max(...counted(own.told))).toBeLessThan(CROWD - 10);
});

/** Volunteers of both on the line of the other, its callers heard by each, and both desks open: what each side was told. */
async function together(): Promise<{ own: unknown[]; other: unknown[]; calls: string[] }> {
  const [theirs, ours] = [
    (await aVolunteer(service, 0, { cookie: other.cookies[2], line: zenith.line })).tab,
    (await aVolunteer(service, 0, { cookie: own.cookies[1], line: zenith.line })).tab,
  ];
  const desks = [own, other].map(({ cookies }) => aDeskOf(service, cookies[0] ?? ''));
  const replies: { own: unknown[]; other: unknown[] } = { own: [], other: [] };
  await theirs.ask('shift.start', { place: 'home' });
  const first = await waits(service, zenith.line);
  const hears = await accepts(theirs);
  replies.own.push(await ours.ask('shift.start', { place: 'home' }));
  replies.other.push(await theirs.ask('conversation.colleagues', { conversation: hears }));
  await theirs.ask('conversation.end', { conversation: hears });
  await theirs.ask('shift.free', {});
  const second = await waits(service, zenith.line);
  const conversation = await accepts(ours);
  const third = await waits(service, zenith.line);
  await theirs.until('volunteer.is', ({ at }) => at === 'offered');
  replies.own.push(await ours.ask('conversation.colleagues', { conversation }));
  replies.own.push(await ours.askAnything('conversation.say', anEnvelope(conversation)));
  const calls = await callsOn(service, zenith.line);
  for (const tab of [first, second, third]) await tab.ask('line.leave', {});
  await second.ask('conversation.end', { conversation });
  await eventually(() => {
    if (desks[1]?.last('desk.now')?.board.talking !== 0) throw new Error('not counted');
  });
  for (const tab of [theirs, ours]) await tab.ask('shift.stop', {});
  return {
    own: [...replies.own, ...ours.heard, ...(desks[0]?.heard ?? []), ...(await answersTo(service, own))],
    other: [
      ...replies.other,
      ...theirs.heard,
      ...(desks[1]?.heard ?? []),
      ...(await answersTo(service, other)),
    ],
    // What a volunteer is offered and hears is theirs to be told.
    calls: calls.filter((id) => !JSON.stringify(ours.told('volunteer.is')).includes(id)),
  };
}

it('[AG5] [TN7] by an agreement a partner is told the line, its name and whose it is, and nothing else; after it, nothing', async () => {
  const [coordinator = ''] = own.cookies;
  const agreement = await agree(service, {
    owner: other.cookies[0] ?? '',
    partner: coordinator,
    line: zenith.line,
  });
  const told = await together();
  expect(told.calls.length).toBeGreaterThan(3);
  const withCalls = new Map([
    ...(await marksOfTheOther()),
    ...told.calls.map((id): [string, string] => [id, 'call']),
  ]);
  // One's own account stands among those on the line.
  for (const [id] of await idsOf(service, 'veille')) withCalls.delete(id);
  expect(search(told.own, withCalls)).toEqual(['line', 'line name', 'name']);
  expect(search(told.other, withCalls)).toContain('call');
  expect(search(told.other, await marksOfOwn())).toEqual([]);
  expect(JSON.stringify(told.other)).toContain('"with":"Veille"');

  await partnerDesk(service, coordinator).does('end', { agreement });
  const { tab } = await aVolunteer(service, 0, own.cookies[1]);
  const after = [...tab.heard, ...(await answersTo(service, own))];
  expect(search(after, withCalls)).toEqual([]);
  expect(JSON.stringify(await answersTo(service, other))).not.toContain('"with":"Veille"');
});
