// Two associations at work on one installation: everything the staff of one hears and is answered is searched for anything of
// the other, by name, by id and by number; and the same search finds all of it where it belongs.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount } from '../harness/accounts.js';
import { aSecondAssociation, asks } from '../harness/an-association.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import {
  aCallerOf,
  accepts,
  aDeskOf,
  aVolunteer,
  type CallerTab,
  type VolunteerTab,
} from '../harness/people.js';
import { routes } from '../../src/faces/allowed.js';

/** So many wait on the other's line that the number cannot be one's own. */
const CROWD = 23;
const zenith = {
  association: 'zenith',
  name: 'Zénith des Caps',
  post: 'Poste du Phare Zébré',
  line: 'zephyr',
  lineName: 'Zéphyr de nuit',
  timeZone: 'Indian/Reunion',
};

type Side = {
  readonly line: string;
  readonly cookies: readonly string[];
  /** Everything staff heard and were answered. */
  readonly told: unknown[];
};
type Heard = { readonly heard: readonly unknown[] };

let service: Service;
let own: Side;
let other: Side;
let marks: Map<string, string>;

beforeAll(async () => {
  service = await aService();
  const first = await anAccount(service, { role: 'coordinator', pseudonym: 'Ondine' });
  const second = await aSecondAssociation(service, zenith);
  const staffOf = async (by: string, line: string, names: [string, string, string]): Promise<Side> => {
    const join = (role: 'volunteer' | 'coordinator', pseudonym: string) =>
      anAccount(service, { role, by, pseudonym });
    const cookies = [by, await join('volunteer', names[0]), await join('volunteer', names[1])];
    return { line, cookies: [...cookies, await join('coordinator', names[2])], told: [] };
  };
  own = await staffOf(first, 'principale', ['Olive', 'Omar', 'Odette']);
  other = await staffOf(second, zenith.line, ['Zelda', 'Zacharie', 'Zoran']);
  const during = await marksOfTheOther();
  await atWork([own, other]);
  marks = new Map([...during, ...(await marksOfTheOther())]);
  for (const side of [own, other]) side.told.push(...(await answersTo(side)));
});
afterAll(() => service.end());

/** Both lines at once: people wait, are offered, talk, are given on and end; desks watch. */
async function atWork(sides: readonly Side[]): Promise<void> {
  const scenes = await Promise.all(sides.map((side, at) => busy(side, at === 1 ? CROWD : 2)));
  for (const [at, side] of sides.entries())
    side.told.push(...(scenes[at] ?? []).flatMap(({ heard }) => heard));
}

async function busy({ line, cookies, told }: Side, crowd: number): Promise<Heard[]> {
  const [coordinator = '', one = '', two = ''] = cookies;
  const desk = aDeskOf(service, coordinator);
  const { tab: first } = await aVolunteer(service, 0, one);
  const { tab: second } = await aVolunteer(service, 0, two);
  await shift(first, told);
  const caller = await waits(line);
  const conversation = await accepts(first);
  for (const tab of [caller, first])
    told.push(
      ...(tab === first ? [await tab.askAnything('conversation.say', anEnvelope(conversation))] : []),
    );
  await caller.ask('conversation.say', anEnvelope(conversation));
  await shift(second, told);
  told.push(await first.ask('conversation.colleagues', { conversation }));
  const waiting = await Promise.all(Array.from({ length: crowd }, () => waits(line)));
  marksSeen.push(...(await ids()));
  await eventually(() => {
    if ((first.last('line.queue')?.waiting ?? 0) < crowd - 1) throw new Error('not told');
  });
  await eventually(() => {
    if ((desk.last('desk.now')?.board.waiting ?? 0) < crowd - 1) throw new Error('not counted');
  });
  await first.ask('conversation.hand-back', { conversation });
  marksSeen.push(...(await ids()));
  for (const tab of [caller, ...waiting]) await tab.ask('line.leave', {});
  await eventually(() => {
    if ((desk.last('desk.now')?.today.counts.left ?? 0) < crowd) throw new Error('not counted');
  });
  return [desk, first, second];
}

const marksSeen: string[] = [];

async function shift(volunteer: VolunteerTab, told: unknown[]): Promise<void> {
  told.push(await volunteer.ask('shift.start', { place: 'home' }));
  told.push(await volunteer.ask('recall.wish', { wished: true }));
}

async function waits(line: string): Promise<CallerTab> {
  const caller = aCallerOf(service, line);
  await caller.ask('line.join', {});
  await caller.until('caller.is', ({ at }) => at !== 'outside');
  return caller;
}

/** Whatever HTTP answers to any of one's roles, wherever something is only read. */
async function answersTo({ line, cookies }: Side): Promise<unknown[]> {
  const reads = Object.keys(routes).filter((route) => route.startsWith('GET') && !route.endsWith('/back'));
  const paths = reads.map((route) => route.replace('GET ', '').replace(':line', line));
  const asked = cookies.flatMap((cookie) => paths.map((path) => ({ cookie, path: `${path}${query(path)}` })));
  return Promise.all(asked.map((one) => asks(service, one).catch((fault: unknown) => String(fault))));
}
const query = (path: string) => (path.endsWith('/export') ? '?as=json' : '');

/** Every id of the other's line that the live store holds at this moment. */
async function ids(): Promise<string[]> {
  const keys = await service.live.client.keys(`{${zenith.line}}:*`);
  return keys
    .map((key) => /:(?:caller|volunteer|offer|conversation):([\w-]{16,})$/.exec(key)?.[1])
    .filter((id) => id !== undefined);
}

/** What must be nowhere: names, addresses, accounts, posts, and whoever called. */
async function marksOfTheOther(): Promise<Map<string, string>> {
  const found = new Map<string, string>([
    ['Zénith', 'name'],
    ['zenith', 'address'],
    ['Zéphyr', 'name'],
    ['zephyr', 'line'],
    ['Zébré', 'post'],
    ...['Zelda', 'Zacharie', 'Zoran'].map((name) => [name, 'pseudonym'] as const),
  ]);
  const { client } = service.kept;
  for (const id of await client.hkeys(`posts:${zenith.association}`)) found.set(id, 'post');
  for (const id of await client.hvals(`pseudonyms:${zenith.association}`)) found.set(id, 'account');
  for (const id of marksSeen) found.set(id, 'call');
  return found;
}

function search(told: readonly unknown[]): Set<string> {
  const all = JSON.stringify(told);
  return new Set([...marks].filter(([mark]) => all.includes(mark)).map(([, kind]) => kind));
}

/** Every number that counts people, wherever it was told. */
const counted = (told: readonly unknown[]): number[] =>
  [...JSON.stringify(told).matchAll(/"(?:waiting|offered|admitted|talking|free)":(\d+)/g)].map(([, number]) =>
    Number(number),
  );

it('[TN7] the search finds all of it where it belongs', () => {
  expect([...new Set(marks.values())].sort()).toEqual([
    'account',
    'address',
    'call',
    'line',
    'name',
    'post',
    'pseudonym',
  ]);
  expect([...search(other.told)].sort()).toEqual([...new Set(marks.values())].sort());
  expect(Math.max(...counted(other.told))).toBeGreaterThanOrEqual(CROWD - 1);
  expect(other.told.length).toBeGreaterThan(50);
});

it('[TN7] nothing the staff of one association hears or is answered is of the other: no name, no id, no number', () => {
  expect(own.told.length).toBeGreaterThan(50);
  expect([...search(own.told)]).toEqual([]);
  expect(Math.max(...counted(own.told))).toBeGreaterThan(0);
  expect(Math.max(...counted(own.told))).toBeLessThan(CROWD - 10);
});
