// Every route of the service, asked by who runs one association: with their own ids, and with those of another association in their
// place. The other's are answered as what is not there, change nothing of it, and no answer holds anything of it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { accountId, associationId, closureLasts, lineId, networkId } from '@veille/domain';
import { agreementsTold, deskAssociation, devicesTold, sessionsTold } from '@veille/shared';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { ClosureStore } from '../../src/network/closure.store.js';
import { Clock } from '../../src/platform/clock/clock.js';
import { aService, type Service } from '../harness/a-service.js';
import { anAccount } from '../harness/accounts.js';
import { aSecondAssociation, asks, etoile } from '../harness/an-association.js';
import { answerTo, asksOf, type Asking, type Ids, routesOf } from '../harness/every-route.js';
import { everythingIn } from '../harness/everything-in.js';
import { agree } from '../harness/partners.js';
import { staffAt } from '../harness/run-the-staff.js';
import { search, zenith } from '../harness/side-by-side.js';

type Side = { readonly cookie: string; readonly ids: Ids };
let service: Service;
let own: Side;
let other: Side;
let settings: object;
let marks: Map<string, string>;

/** Of the shape of an id, and nobody's. */
const nowhere: Ids = {
  association: 'nulle-part',
  line: 'nulle-part',
  post: 'nulle-part',
  account: randomBytes(16).toString('base64url'),
  pseudonym: 'Personne',
  device: randomBytes(32).toString('base64url'),
  session: randomBytes(32).toString('base64url'),
  closure: randomBytes(16).toString('base64url'),
  agreement: randomBytes(16).toString('base64url'),
};

beforeAll(async () => {
  service = await aService();
  const first = await anAccount(service, 'coordinator');
  const second = await aSecondAssociation(service, zenith);
  const third = await aSecondAssociation(service, etoile);
  own = await aSide(first, { line: 'principale', pseudonym: 'Olive', third });
  other = await aSide(second, { line: zenith.line, pseudonym: 'Zelda', third });
  ({ settings } = v.parse(
    v.looseObject({ settings: v.looseObject({}) }),
    (await asks(service, { cookie: first, path: '/api/desk/lines/principale' })).body,
  ));
  const { association: _, line: __, pseudonym: ___, ...named } = other.ids;
  marks = new Map([
    ...Object.entries(named).map(([kind, id]): [string, string] => [id, kind]),
    ...Object.entries({
      association: zenith.name,
      line: zenith.lineName,
      post: zenith.post,
      pseudonym: 'Zelda',
    }).map(([kind, name]): [string, string] => [name, `name of ${kind}`]),
    ['zenith', 'association'],
    [zenith.line, 'line'],
  ]);
});
afterAll(() => service.end());

/** An association with one of everything that has an id. */
async function aSide(
  cookie: string,
  { line, pseudonym, third }: { line: string; pseudonym: string; third: string },
): Promise<Side> {
  const read = async <S extends v.GenericSchema>(path: string, schema: S) =>
    v.parse(schema, (await asks(service, { cookie, path })).body);
  await anAccount(service, { role: 'volunteer', by: cookie, pseudonym });
  const { members } = await staffAt(service, cookie).members();
  const { association, posts } = await read('/api/desk/association', deskAssociation);
  const post = posts[0]?.id ?? '';
  await asks(service, { cookie, method: 'POST', path: '/api/post/devices', body: { post } });
  const { devices } = await read('/api/post/devices', devicesTold);
  const { sessions } = await read('/api/access/sessions', sessionsTold);
  const agreement = await agree(service, { owner: cookie, partner: third, line });
  await read('/api/desk/agreements', agreementsTold);
  const account = members.find((member) => member.pseudonym === pseudonym)?.account ?? '';
  const closure = await aClosure(association.id, { line, by: account });
  const [device = '', session = ''] = [devices[0]?.id, sessions[0]?.id];
  return {
    cookie,
    ids: { association: association.id, line, post, account, pseudonym, device, session, closure, agreement },
  };
}

async function aClosure(association: string, { line, by }: { line: string; by: string }): Promise<string> {
  const [app, id] = [service.nodes[0]?.app, randomBytes(16).toString('base64url')];
  const now = app?.get(Clock).now() ?? 0;
  const until = now + closureLasts.asked;
  await app
    ?.get(ClosureStore)
    .ask(
      { association: associationId(association), network: networkId(`campus of ${association}`) },
      { id, line: lineId(line), by: accountId(by), at: 'asked', until, refused: 0 },
      now,
    );
  return id;
}

const all = (ids: Ids): Asking[] => routesOf(service).flatMap((route) => asksOf(route, ids, settings));
const answers = async ({ cookie }: Pick<Side, 'cookie'>, asking: Asking) => answerTo(service, cookie, asking);
/** Those that name something of the other's, beside the same that names what is nowhere. */
const reaching = (): { theirs: Asking; nobodys: Asking }[] => {
  const [mine, nobodys] = [all(own.ids), all(nowhere)];
  return all(other.ids)
    .map((theirs, at) => ({ theirs, nobodys: nobodys[at] ?? theirs, mine: mine[at] }))
    .filter(({ theirs, mine: same }) => JSON.stringify(theirs) !== JSON.stringify(same));
};

/** All that is kept of the other association, and asked of its door. */
async function keptOfTheOther(): Promise<string> {
  const kept: unknown = JSON.parse(await everythingIn(service.kept.client));
  const entries = Array.isArray(kept) ? kept.map((entry: unknown) => JSON.stringify(entry)) : [];
  const ids = [...Object.values(other.ids), 'zenith'];
  const closures = await service.nodes[0]?.app.get(ClosureStore).of(associationId('zenith'));
  const counted = /^\["(?:audit|browser:|agreements|accounts)/;
  return JSON.stringify([
    entries.filter((entry) => !counted.test(entry) && ids.some((id) => entry.includes(id))).sort(),
    await service.kept.client.hget('agreements', other.ids.line),
    closures,
  ]);
}

it('[TN7] every route of the router is asked, and every id there is stands in some of what is asked', () => {
  const found = routesOf(service);
  const asked = found.filter((route) => asksOf(route, own.ids, settings).length > 0);
  expect(found.length).toBeGreaterThan(50);
  expect(asked).toEqual(found);
  const said = JSON.stringify(reaching().map(({ theirs }) => theirs));
  expect(Object.entries(other.ids).filter(([, id]) => id === '' || !said.includes(`${id}`))).toEqual([]);
  expect(new Set(Object.values(other.ids)).size).toBe(Object.keys(nowhere).length);
});

it('[TN7, TN5, SP1, AG2] what is the other’s is answered as what is not there, in the same words, and nothing of it changes', async () => {
  const before = await keptOfTheOther();
  expect(search([before], marks).length).toBeGreaterThan(5);
  const reached = reaching();
  for (const { theirs, nobodys } of reached) {
    const said = await answers(own, theirs);
    expect([theirs, said]).toEqual([theirs, await answers(own, nobodys)]);
    expect([theirs, search([said], marks)]).toEqual([theirs, []]);
    // Whether a door has a provider is asked by whoever stands before it, and is the one thing that is no refusal.
    if (!theirs.path.startsWith('/api/access/sign-on'))
      expect(said.said).toMatch(/^\{"refused":"[a-z-]+"\}$/);
  }
  expect(reached.length).toBeGreaterThan(20);
  expect(await keptOfTheOther()).toBe(before);
});

/** Each with a session that nothing before has ended; whoever is asked about is there until they are removed. */
async function walk(side: Side): Promise<{ asking: Asking; status: number; said: string }[]> {
  const told = [];
  for (const asking of all(side.ids)) {
    const endsIt = /sign-out|sessions\/end|access\/password|factor\//.test(asking.path);
    const cookie = endsIt ? await anAccount(service, { role: 'coordinator', by: side.cookie }) : side.cookie;
    told.push({ asking, ...(await answers({ cookie }, asking)) });
  }
  return told;
}

it('[TN7] no answer of any route to what is well put holds anything of the other association', async () => {
  const told = await walk(own);
  expect(told.filter(({ said }) => said.includes('malformed'))).toEqual([]);
  expect(
    told.filter(({ asking, status }) => asking.method !== 'GET' && status === 200).length,
  ).toBeGreaterThan(15);
  for (const { asking, said } of told) expect([asking, search([said], marks)]).toEqual([asking, []]);
});

it('[TN7] the same search finds all of it in what the other association is answered, by what changes something, too', async () => {
  const told = await walk(other);
  // Of what was asked nothing is looked at: the ids stand there in any case.
  const everything = told.map(({ said }) => said);
  expect(search(everything, marks)).toEqual([...new Set(marks.values())].sort());
  const changes = told.filter(({ asking }) => asking.method !== 'GET').map(({ said }) => said);
  expect(search(changes, marks)).toEqual(
    expect.arrayContaining(['account', 'closure', 'device', 'line', 'name of post']),
  );
});
