// The table of the doors, walked whole against the real service: every role, every event, every state; and every route.
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Deed, deeds, type Rank } from '@veille/domain';
import { WIRE_VERSION } from '@veille/shared';
import {
  type CallerAt,
  events,
  type Face,
  faces,
  type Row,
  routes,
  type VolunteerAt,
} from '../../src/faces/allowed.js';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount, theAdministrator } from '../harness/accounts.js';
import { asks } from '../harness/an-association.js';
import { everyEvent, noEvents, payloads } from '../harness/asked.js';
import { aCallerAt, aVolunteerAt, isOver, type Scene, threeLines } from '../harness/at-a-state.js';
import { eventually } from '../harness/eventually.js';
import { routesOf } from '../harness/every-route.js';
import { aDeskOf } from '../harness/people.js';
import { Tab } from '../harness/tab.js';

const ranks = ['volunteer', 'post-coordinator', 'coordinator', 'administrator'] as const;
const callerAts: CallerAt[] = ['outside', 'waiting', 'asked', 'offered', 'asleep', 'talking'];
const volunteerAts: VolunteerAt[] = ['off', 'free', 'offered', 'talking', 'breather', 'away'];

let service: Service;
let cookies: Record<Rank, string>;
let victims: Scene;
beforeAll(async () => {
  service = await aService();
  await threeLines(service);
  const administrator = await theAdministrator(service);
  const account = (newcomer: { role: 'volunteer' | 'coordinator'; post?: string }) =>
    anAccount(service, newcomer);
  cookies = {
    volunteer: await account({ role: 'volunteer', post: 'central' }),
    'post-coordinator': await account({ role: 'coordinator', post: 'central' }),
    coordinator: await account({ role: 'coordinator' }),
    administrator,
  };
  victims = await aVolunteerAt(service, 'talking', await account({ role: 'volunteer' }));
});
afterAll(() => service.end());

const rowsOf = (face: Face): Readonly<Record<string, Row<string>>> => events[face];
const heard = ({ caller, volunteer }: Scene) =>
  [...(caller?.heard ?? []), ...(volunteer?.heard ?? [])].filter(({ event }) =>
    event.startsWith('conversation.'),
  );

/** `let`, or the word of the refusal. */
function expected(face: Face, event: string, at: string): string {
  const row = Object.hasOwn(events[face], event) ? rowsOf(face)[event] : undefined;
  if (!row) return 'unknown';
  return row.during === 'always' || row.during.includes(at) ? 'let' : row.otherwise;
}

type Walked = { face: Face; at: string; scene: () => Promise<Scene> };

async function walk({ face, at, scene }: Walked): Promise<void> {
  const tabOf = (all: Scene) => (face === 'caller' ? all.caller : all.volunteer);
  const isAt = (event: string) => expected(face, event, at);
  const denied = [...everyEvent, ...noEvents].filter((event) => isAt(event) !== 'let');
  const one = await scene();
  const tab = tabOf(one);
  const told = () => [one.caller?.last('caller.is')?.at, one.volunteer?.last('volunteer.is')?.at];
  const before = told();
  for (const event of denied) {
    const said = await tab?.askAnything(event, payloads(one.ids)[event] ?? {});
    expect([at, event, said]).toEqual([at, event, { refused: isAt(event) }]);
  }
  // A conversation that is another's is none, in every state, one's own conversation included (S1).
  for (const event of Object.keys(rowsOf(face)).filter((name) => name.startsWith('conversation.'))) {
    const said = await tab?.askAnything(event, payloads(victims.ids)[event]);
    expect([at, event, said]).toEqual([at, event, { refused: 'not-now' }]);
  }
  expect(told()).toEqual(before);
  await isOver(one);
  for (const event of everyEvent.filter((name) => isAt(name) === 'let')) {
    const fresh = await scene();
    const said = await tabOf(fresh)?.askAnything(event, payloads(fresh.ids)[event] ?? {});
    const refusals = [{ refused: 'unknown' }, { refused: rowsOf(face)[event]?.otherwise }];
    expect([at, event, refusals]).not.toEqual([at, event, expect.arrayContaining([said])]);
    await isOver(fresh);
  }
}

describe('callers', () => {
  it.each(callerAts)('[AW2] who is %s may ask what the table says, and nothing else', async (at) => {
    await walk({ face: 'caller', at, scene: () => aCallerAt(service, at, cookies.volunteer) });
  });
});

describe.each(ranks)('listening: %s', (rank) => {
  it.each(volunteerAts)('[AW2] who is %s may ask what the table says, and nothing else', async (at) => {
    await walk({ face: 'listen', at, scene: () => aVolunteerAt(service, at, cookies[rank]) });
  });
});

const enters = (rank: Rank, deed: 'anybody' | Deed): boolean => deed === 'anybody' || deed in deeds[rank];

it.each(ranks)('[AW2] %s enters the faces their deeds open, and no other', async (rank) => {
  for (const face of ['listen', 'desk'] as const) {
    const auth = { version: WIRE_VERSION };
    const tab = new Tab({ url: `${service.at(0)}/${face}`, auth, cookie: cookies[rank] }, {});
    await eventually(() => expect(tab.socket.connected || tab.refused !== undefined).toBe(true));
    expect([face, tab.refused]).toEqual([face, enters(rank, faces[face]) ? undefined : 'signed-out']);
    tab.die();
  }
});

it.each(ranks.slice(1))(
  '[AW2] the desk of a %s asks nothing over its socket but whether it lives',
  async (rank) => {
    const foreign = [...everyEvent, ...noEvents].filter((event) => event !== 'presence.here');
    for (let from = 0; from < foreign.length; from += 15) {
      const desk = aDeskOf(service, cookies[rank]);
      for (const event of foreign.slice(from, from + 15))
        expect(await desk.askAnything(event, payloads(victims.ids)[event] ?? {})).toEqual({
          refused: 'unknown',
        });
      expect(await desk.askAnything('presence.here', {})).toEqual({ answer: {} });
      desk.die();
    }
  },
);

const asked = (route: string) => {
  const [method = '', path = ''] = route.split(' ');
  return { method, path: path.replace(':line', 'principale').replace(':deed', 'suspend') };
};
const wordOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'refused' in body ? String(body.refused) : 'let';
const byDeed = Object.entries(routes).filter(([, asker]) => asker !== 'anybody');

it.each(byDeed)('[AW1] %s: whoever may, and nobody else', async (route, asker) => {
  expect(await asks(service, { cookie: '', ...asked(route) })).toEqual({
    status: 401,
    body: { refused: 'signed-out' },
  });
  for (const rank of ranks) {
    const may = asker === 'somebody' || (asker !== 'anybody' && asker.some((deed) => deed in deeds[rank]));
    const said = await asks(service, { cookie: cookies[rank], ...asked(route) });
    if (!may) expect([rank, said]).toEqual([rank, { status: 403, body: { refused: 'not-allowed' } }]);
    else expect(['signed-out', 'not-allowed']).not.toContain(wordOf(said.body));
  }
});

it('[AW1] every route of the service stands in the table, and every row is a route', () => {
  expect(routesOf(service)).toEqual(Object.keys(routes).sort());
});

it('[S1] of all that was asked, nothing reached the two who talk', async () => {
  expect(heard(victims)).toEqual([]);
  const { conversation } = victims.ids;
  const said = await victims.caller?.ask('conversation.typing', { conversation });
  expect(said).toEqual({ answer: { relay: 'relayed' } });
  await eventually(() => expect(heard(victims)).toHaveLength(1));
});
