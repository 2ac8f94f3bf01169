// Running the staff over HTTP, on two nodes: whoever is suspended, removed or revoked is out of every page within two seconds.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { deskTells, listenTells, WIRE_VERSION } from '@veille/shared';
import * as v from 'valibot';
import { anAccount, proves } from '../harness/accounts.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { staffAt } from '../harness/run-the-staff.js';
import { Tab } from '../harness/tab.js';

const WITHIN = 2_000;

let service: Service;
let coordinator: string;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
  coordinator = await anAccount(service, 'coordinator');
});
afterAll(() => service.end());

const auth = { version: WIRE_VERSION };

async function listens(cookie: string, node: number) {
  const tab = new Tab({ url: `${service.at(node)}/listen`, auth, cookie }, listenTells);
  await tab.until('listen.welcome', () => true);
  return tab;
}

async function looksAtDesk(cookie: string, node: number) {
  const tab = new Tab({ url: `${service.at(node)}/desk`, auth, cookie }, deskTells);
  await tab.until('desk.welcome', () => true);
  return tab;
}

/** A page of every kind, on both nodes. */
const pagesOf = async (cookie: string): Promise<Page[]> => [
  await looksAtDesk(cookie, 0),
  await looksAtDesk(cookie, 1),
  await listens(cookie, 1),
];
type Page = { closedWith(): unknown };

/** How long after `deed` the last of these pages was told why it is closed. */
async function closedAfter(tabs: Page[], deed: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await deed();
  await eventually(() => {
    for (const tab of tabs) expect(tab.closedWith()).toBe('signed-out');
  });
  return performance.now() - begun;
}

const memberCalled = async (pseudonym: string) => {
  const { members } = await staffAt(service, coordinator).members();
  const found = members.find((one) => one.pseudonym === pseudonym);
  if (!found) throw new Error('nobody is called so');
  return found;
};

it('[SP8] who is suspended on one node loses their pages on both within two seconds, and enters no more', async () => {
  const { cookie, pseudonym } = await staffAt(service, coordinator).aMember('coordinator');
  const tabs = await pagesOf(cookie);
  const { account } = await memberCalled(pseudonym);
  const after = await closedAfter(tabs, () => staffAt(service, coordinator, 1).run('suspend', account));
  expect(after).toBeLessThan(WITHIN);
  expect(await memberCalled(pseudonym)).toMatchObject({ suspended: true, isMe: false });
  await expect(connectedOrNot(cookie)).resolves.toBe('signed-out');
});

it('[SP8] who is removed does too, and is not there any more', async () => {
  const { cookie, pseudonym } = await staffAt(service, coordinator).aMember('coordinator');
  const tabs = await pagesOf(cookie);
  const { account } = await memberCalled(pseudonym);
  const after = await closedAfter(tabs, () => staffAt(service, coordinator).run('remove', account));
  expect(after).toBeLessThan(WITHIN);
  await expect(memberCalled(pseudonym)).rejects.toThrow();
});

it('[SP9] who is made a volunteer again loses the desk on both nodes within two seconds, and listens on', async () => {
  const { cookie, pseudonym } = await staffAt(service, coordinator).aMember('coordinator');
  const desks = [await looksAtDesk(cookie, 0), await looksAtDesk(cookie, 1)];
  const listening = await listens(cookie, 1);
  const { account } = await memberCalled(pseudonym);
  const after = await closedAfter(desks, () => staffAt(service, coordinator, 1).run('demote', account));
  expect(after).toBeLessThan(WITHIN);
  expect(listening.closedWith()).toBeUndefined();
  expect(await memberCalled(pseudonym)).toMatchObject({ role: 'volunteer' });
  expect(await staffAt(service, cookie).post('/api/access/invitations', { role: 'volunteer' })).toMatchObject(
    {
      status: 403,
    },
  );
});

it('[SP7] [SP8] a session that its owner revokes elsewhere loses its page within two seconds; theirs stays', async () => {
  const { cookie, pseudonym, password, secret } = await staffAt(service, coordinator).aMember('coordinator');
  const here = staffAt(service, cookie);
  const half = await here.post('/api/access/sign-in', { pseudonym, password }, { cookie: '' });
  const elsewhere = await proves(service, half.cookie, secret);
  const lost = await pagesOf(elsewhere);
  await staffAt(service, elsewhere).post('/api/access/sessions/here', { device: 'phone' });
  const { sessions } = await here.sessions();
  expect(sessions.map(({ isHere, device }) => ({ isHere, device })).sort()).toEqual(
    expect.arrayContaining([
      { isHere: true, device: undefined },
      { isHere: false, device: 'phone' },
    ]),
  );
  const stays = await looksAtDesk(cookie, 0);
  const phone = sessions.find(({ isHere }) => !isHere)?.id ?? '';
  const after = await closedAfter(lost, () => here.post('/api/access/sessions/end', { session: phone }));
  expect(after).toBeLessThan(WITHIN);
  expect(stays.closedWith()).toBeUndefined();
  expect((await here.sessions()).sessions).toMatchObject([{ isHere: true }]);
});

it('[SP4] [SP5] a coordinator gives a link, by which the person chooses a password the coordinator never sees', async () => {
  const { pseudonym, cookie } = await staffAt(service, coordinator).aMember();
  const { account } = await memberCalled(pseudonym);
  const tab = await listens(cookie, 1);
  const { body } = await staffAt(service, coordinator).post('/api/staff/reset', { account });
  const { link } = v.parse(v.object({ link: v.string(), validFor: v.literal(72 * 3_600_000) }), body);
  expect(link).toMatch(/\/ecoute#reset=[\w-]{43}$/);
  const chosen = { reset: link.split('#reset=')[1], password: 'une toute autre phrase' };
  const anybody = staffAt(service, '', 1);
  const accepted = await anybody.post('/api/access/resets/accept', chosen);
  expect(accepted).toMatchObject({ status: 200, body: { pseudonym } });
  await eventually(() => expect(tab.closedWith()).toBe('signed-out'));
  expect(await anybody.post('/api/access/resets/accept', chosen)).toMatchObject({ status: 401 });
  const { password } = chosen;
  expect(await anybody.post('/api/access/sign-in', { pseudonym, password })).toMatchObject({ status: 200 });
});

it('[SP1] [SP3] a volunteer runs nobody, what is malformed is said so, and the last administrator stays', async () => {
  const volunteer = staffAt(service, await anAccount(service, 'volunteer'));
  // Refused, and told nobody.
  await expect(volunteer.members()).rejects.toThrow('members');
  const { account } = await memberCalled((await staffAt(service, coordinator).aMember()).pseudonym);
  for (const deed of ['suspend', 'restore', 'remove', 'reset'])
    expect(await volunteer.post(`/api/staff/${deed}`, { account })).toMatchObject({ status: 403 });
  const runner = staffAt(service, coordinator);
  expect(await runner.post('/api/staff/promote', { account })).toMatchObject({ status: 400 });
  expect(await runner.post('/api/staff/suspend', { account: '../x' })).toMatchObject({ status: 400 });
  expect(await staffAt(service, '').post('/api/staff/suspend', { account })).toMatchObject({ status: 401 });
});

it('[AU7] who runs the association reads its journal under the pseudonyms of today, and takes it away; a volunteer does not', async () => {
  const runner = staffAt(service, coordinator);
  const { pseudonym } = await staffAt(service, coordinator).aMember();
  await runner.run('suspend', (await memberCalled(pseudonym)).account);
  await eventually(async () => {
    const { records } = await runner.journal();
    expect(records).toContainEqual(expect.objectContaining({ did: 'suspended', to: { pseudonym } }));
    expect(records).toContainEqual(expect.objectContaining({ did: 'removed', to: {} }));
  });
  const csv = await runner.file('/api/staff/journal/export?as=csv');
  expect(csv.type).toMatch(/^text\/csv/);
  expect(csv.text.split('\r\n')[0]).toBe('number,at,did,by,to,of,what,seal');
  expect(csv.text).toContain(pseudonym);
  expect((await runner.file('/api/staff/journal/export?as=json')).text).toContain('"seal"');
  expect((await runner.journal()).records[0]).toMatchObject({ did: 'exported', what: ['json'] });
  const volunteer = staffAt(service, await anAccount(service, 'volunteer'));
  for (const path of ['/api/staff/journal', '/api/staff/journal/export?as=csv'])
    expect(await volunteer.file(path)).toMatchObject({ status: 403 });
  expect(await runner.file('/api/staff/journal?skip=-1')).toMatchObject({ status: 400 });
});

/** Why a page is not let in. */
async function connectedOrNot(cookie: string): Promise<unknown> {
  const tab = new Tab(
    { url: `${service.at(0)}/listen`, auth: { version: WIRE_VERSION }, cookie },
    listenTells,
  );
  return eventually(() => {
    if (tab.refused === undefined) throw new Error('not refused yet');
    return tab.refused;
  });
}
