// Whoever asks for what they may not, in any order and however often, gets one word: 50,000 random calls, none let through.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Deed, deeds, type Rank } from '@veille/domain';
import { callerTells, deskTells, listenTells, WIRE_VERSION } from '@veille/shared';
import { randomInt } from 'node:crypto';
import { events, type Face, faces, type Row, routes } from '../../src/faces/allowed.js';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount, theAdministrator } from '../harness/accounts.js';
import { asks } from '../harness/an-association.js';
import { everyEvent, noEvents, payloads } from '../harness/asked.js';
import { aVolunteerAt, type Scene } from '../harness/at-a-state.js';
import { eventually } from '../harness/eventually.js';
import { Tab } from '../harness/tab.js';

const BATCHES = 10;
const CALLS = 5_000;
/** Fewer than the refusals of form a socket may collect before it is closed. */
const A_VISIT = 18;

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));
console.log(`fifty thousand refusals: SEED=${seed}`);

/** mulberry32 (public domain): a small generator that begins again with its seed. */
function randomFrom(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Visitor = { readonly face: Face; readonly at: string; readonly cookie?: string };
const garbage: readonly unknown[] = [{ extra: 1 }, 'text', 42, null, [{}], { conversation: { $ne: '' } }];

let service: Service;
let victims: Scene;
let visitors: Visitor[];
let cookies: readonly (readonly [Rank | 'nobody', string])[];
beforeAll(async () => {
  service = await aService();
  const administrator = await theAdministrator(service);
  victims = await aVolunteerAt(service, 'talking', await anAccount(service, 'volunteer'));
  cookies = [
    ['nobody', ''],
    ['volunteer', await anAccount(service, 'volunteer')],
    ['post-coordinator', await anAccount(service, { role: 'coordinator', post: 'central' })],
    ['coordinator', await anAccount(service, 'coordinator')],
    ['administrator', administrator],
  ];
  visitors = [
    { face: 'caller', at: 'outside' },
    ...cookies.slice(1).map(([, cookie]) => ({ face: 'listen', at: 'off', cookie }) as const),
    ...cookies.slice(2).map(([, cookie]) => ({ face: 'desk', at: 'here', cookie }) as const),
  ];
});
afterAll(() => service.end());

const rowsOf = (face: Face): Readonly<Record<string, Row<string>>> => events[face];
const tells = { caller: callerTells, listen: listenTells, desk: deskTells };

/** The words it may be refused with; none where the table lets it through. */
function words({ face, at }: Visitor, event: string, isWellPut: boolean): string[] {
  const row = Object.hasOwn(events[face], event) ? rowsOf(face)[event] : undefined;
  if (!row) return ['unknown'];
  if (!isWellPut) return ['malformed'];
  return row.during === 'always' || row.during.includes(at) ? [] : [row.otherwise];
}

async function visit(random: () => number): Promise<number> {
  const one = <T>(of: readonly T[]): T => {
    const chosen = of[Math.floor(random() * of.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  const visitor = one(visitors);
  const { face, cookie } = visitor;
  const auth = { version: WIRE_VERSION, ...(face === 'caller' && { line: 'principale' }) };
  const door = { url: `${service.at(0)}/${face}`, auth, ...(cookie !== undefined && { cookie }) };
  const tab = new Tab(door, tells[face]);
  // Who knocks speaks once they are told where they are.
  await eventually(() => expect(tab.heard).not.toEqual([]));
  const calls = Array.from({ length: A_VISIT }, () => {
    const event = one([...everyEvent, ...noEvents]);
    const isWellPut = random() < 0.8;
    const payload = isWellPut ? (payloads(victims.ids)[event] ?? {}) : one(garbage);
    return { event, payload, words: words(visitor, event, isWellPut) };
  }).filter(({ words }) => words.length > 0);
  const said = await Promise.all(calls.map(({ event, payload }) => tab.askAnything(event, payload)));
  expect(said).toEqual(calls.map(({ words: [refused] }) => ({ refused })));
  expect(tab.heard.filter(({ event }) => event.startsWith('conversation.'))).toEqual([]);
  tab.die();
  return calls.length;
}

const everyDeed: readonly Deed[] = ['listen'];
const byDeed = Object.entries(routes).flatMap(([route, asker]) =>
  asker === 'anybody' ? [] : [[route, asker === 'somebody' ? everyDeed : asker] as const],
);
const may = (rank: Rank | 'nobody', asker: readonly Deed[]) =>
  rank !== 'nobody' && asker.some((deed) => deed in deeds[rank]);

/** What a role may not ask over HTTP, with a body that would do something. */
const forbidden = () =>
  cookies.flatMap(([rank, cookie]) =>
    byDeed
      .filter(([, asker]) => !may(rank, asker))
      .map(([route]) => ({ route, cookie, word: rank === 'nobody' ? 'signed-out' : 'not-allowed' })),
  );

async function askOverHttp(random: () => number): Promise<number> {
  const all = forbidden();
  const tries = Array.from({ length: 10 }, () => all[Math.floor(random() * all.length)]);
  await Promise.all(
    tries.map(async (tried) => {
      if (!tried) throw new Error('nothing is forbidden');
      const [method = '', path = ''] = tried.route.split(' ');
      const body = { role: 'administrator', mode: 'closed-now', post: 'x', line: 'x', association: 'x' };
      const asked = {
        cookie: tried.cookie,
        method,
        path: path.replace(':line', 'principale').replace(':deed', 'suspend'),
        body,
      };
      const said = await asks(service, asked);
      expect([tried.route, said.body]).toEqual([tried.route, { refused: tried.word }]);
    }),
  );
  return tries.length;
}

it('[AW3] the faces of staff open by their deed', () => {
  expect(Object.entries(faces).filter(([, deed]) => deed === 'anybody')).toEqual([['caller', 'anybody']]);
});

it.each(Array.from({ length: BATCHES }, (_, batch) => batch))(
  '[AW3] of random calls that the table denies none is let through, and each gets its one word (%i of 10)',
  async (batch) => {
    const random = randomFrom(seed + batch);
    let asked = 0;
    while (asked < CALLS) {
      const round = random() < 0.2 ? [askOverHttp(random)] : [visit(random)];
      asked += (await Promise.all(round)).reduce((sum, calls) => sum + calls, 0);
    }
  },
);

it('[S1] [AW3] after all of them two people talk as before, and heard nothing', async () => {
  const heard = () =>
    [...(victims.caller?.heard ?? []), ...(victims.volunteer?.heard ?? [])].filter(({ event }) =>
      event.startsWith('conversation.'),
    );
  expect(heard()).toEqual([]);
  const { conversation } = victims.ids;
  const said = await victims.caller?.ask('conversation.typing', { conversation });
  expect(said).toEqual({ answer: { relay: 'relayed' } });
  await eventually(() => expect(heard()).toHaveLength(1));
});
