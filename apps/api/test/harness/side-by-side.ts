// Two associations at work beside each other, and a search of everything their staff hear and are answered for marks of the other.
import type { Service } from './a-service.js';
import { anAccount } from './accounts.js';
import { asks } from './an-association.js';
import { anEnvelope } from './envelopes.js';
import { eventually } from './eventually.js';
import { aCallerOf, accepts, aDeskOf, aVolunteer, type CallerTab, type VolunteerTab } from './people.js';
import { routes } from '../../src/faces/allowed.js';

/** So many wait on the other's line that the number cannot be one's own. */
export const CROWD = 23;
export const zenith = {
  association: 'zenith',
  name: 'Zénith des Caps',
  post: 'Poste du Phare Zébré',
  line: 'zephyr',
  lineName: 'Zéphyr de nuit',
  timeZone: 'Indian/Reunion',
};

export type Side = {
  readonly line: string;
  /** A coordinator, two volunteers, another coordinator. */
  readonly cookies: readonly string[];
  /** Everything staff heard and were answered. */
  readonly told: unknown[];
};
type Heard = { readonly heard: readonly unknown[] };

export async function aSide(
  service: Service,
  { by, line, names }: { by: string; line: string; names: readonly [string, string, string] },
): Promise<Side> {
  const join = (role: 'volunteer' | 'coordinator', pseudonym: string) =>
    anAccount(service, { role, by, pseudonym });
  const cookies = [by, await join('volunteer', names[0]), await join('volunteer', names[1])];
  return { line, cookies: [...cookies, await join('coordinator', names[2])], told: [] };
}

/** Both lines at once: people wait, are offered, talk, are given on and end; desks watch. Gives the ids of calls of the second. */
export async function atWork(service: Service, sides: readonly Side[]): Promise<string[]> {
  const seen: string[] = [];
  const look = async () => seen.push(...(await callsOn(service, zenith.line)));
  const scenes = await Promise.all(
    sides.map((side, at) => busy(service, side, { crowd: at === 1 ? CROWD : 2, look })),
  );
  for (const [at, side] of sides.entries())
    side.told.push(...(scenes[at] ?? []).flatMap(({ heard }) => heard));
  return seen;
}

async function busy(
  service: Service,
  { line, cookies, told }: Side,
  { crowd, look }: { crowd: number; look: () => Promise<unknown> },
): Promise<Heard[]> {
  const [coordinator = '', one = '', two = ''] = cookies;
  const desk = aDeskOf(service, coordinator);
  const { tab: first } = await aVolunteer(service, 0, one);
  const { tab: second } = await aVolunteer(service, 0, two);
  await shift(first, told);
  const caller = await waits(service, line);
  const conversation = await accepts(first);
  told.push(await first.askAnything('conversation.say', anEnvelope(conversation)));
  await caller.ask('conversation.say', anEnvelope(conversation));
  await shift(second, told);
  told.push(await first.ask('conversation.colleagues', { conversation }));
  const waiting = await Promise.all(Array.from({ length: crowd }, () => waits(service, line)));
  await look();
  await eventually(() => {
    if ((first.last('line.queue')?.waiting ?? 0) < crowd - 1) throw new Error('not told');
  });
  await eventually(() => {
    if ((desk.last('desk.now')?.board.waiting ?? 0) < crowd - 1) throw new Error('not counted');
  });
  await first.ask('conversation.hand-back', { conversation });
  await look();
  for (const tab of [caller, ...waiting]) await tab.ask('line.leave', {});
  await eventually(() => {
    if ((desk.last('desk.now')?.today.counts.left ?? 0) < crowd) throw new Error('not counted');
  });
  for (const volunteer of [first, second]) {
    await volunteer.until('volunteer.is', ({ at }) => at === 'free' || at === 'breather');
    told.push(await volunteer.ask('shift.stop', {}));
  }
  return [desk, first, second];
}

async function shift(volunteer: VolunteerTab, told: unknown[]): Promise<void> {
  told.push(await volunteer.ask('shift.start', { place: 'home' }));
  told.push(await volunteer.ask('recall.wish', { wished: true }));
}

export async function waits(service: Service, line: string): Promise<CallerTab> {
  const caller = aCallerOf(service, line);
  await caller.ask('line.join', {});
  await caller.until('caller.is', ({ at }) => at !== 'outside');
  return caller;
}

/** Whatever HTTP answers to any of one's roles, wherever something is only read. */
export async function answersTo(service: Service, { line, cookies }: Side): Promise<unknown[]> {
  const reads = Object.keys(routes).filter((route) => route.startsWith('GET') && !route.endsWith('/back'));
  const paths = reads.map((route) => route.replace('GET ', '').replace(':line', line));
  const asked = cookies.flatMap((cookie) => paths.map((path) => ({ cookie, path: `${path}${query(path)}` })));
  return Promise.all(asked.map((one) => asks(service, one).catch((fault: unknown) => String(fault))));
}
const query = (path: string) => (path.endsWith('/export') ? '?as=json' : '');

/** Every id of a call on this line that the live store holds at this moment. */
export async function callsOn(service: Service, line: string): Promise<string[]> {
  const keys = await service.live.client.keys(`{${line}}:*`);
  return keys
    .map((key) => /:(?:caller|volunteer|offer|conversation):([\w-]{16,})$/.exec(key)?.[1])
    .filter((id) => id !== undefined);
}

/** The ids of an association's posts and accounts, with what each is. */
export async function idsOf(service: Service, association: string): Promise<[string, string][]> {
  const { client } = service.kept;
  const [posts, accounts] = [
    await client.hkeys(`posts:${association}`),
    await client.hvals(`pseudonyms:${association}`),
  ];
  return [
    ...posts.map((id): [string, string] => [id, 'post']),
    ...accounts.map((id): [string, string] => [id, 'account']),
  ];
}

/** What kinds of marks stand in what was told. */
export function search(told: readonly unknown[], marks: ReadonlyMap<string, string>): string[] {
  const all = JSON.stringify(told);
  return [...new Set([...marks].filter(([mark]) => all.includes(mark)).map(([, kind]) => kind))].sort();
}
