// A second association on one installation: founded from the desk, heard on its own line, and blind to the first.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { theAdministrator, anAccount } from '../harness/accounts.js';
import { aSecondAssociation, asks, etoile } from '../harness/an-association.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { accepts, aCallerOf, aDeskOf, aVolunteer } from '../harness/people.js';
import { LineRunner } from '../harness/run-the-line.js';

let service: Service;
let administrator: string;
let coordinator: string;
beforeAll(async () => {
  service = await aService();
  administrator = await theAdministrator(service);
  coordinator = await aSecondAssociation(service);
});
afterAll(() => service.end());

const association = (cookie: string) => asks(service, { cookie, path: '/api/desk/association' });
const notAllowed = { status: 403, body: { refused: 'not-allowed' } };

it('[TN4] an association comes with its post and its line, and its coordinator sees these alone', async () => {
  expect(await association(coordinator)).toEqual({
    status: 200,
    body: {
      association: { id: 'etoile', name: etoile.name },
      lines: [{ id: 'nuit', name: etoile.lineName }],
      posts: [{ id: expect.any(String), name: etoile.post }],
    },
  });
  expect(JSON.stringify(await association(administrator))).not.toMatch(/toile|nuit|port/);
});

it('[TN4] a caller of its line is heard by its volunteer, and counted by its desk', async () => {
  const cookie = await anAccount(service, { role: 'volunteer', by: coordinator });
  const { tab: volunteer } = await aVolunteer(service, 0, cookie);
  expect(volunteer.last('listen.welcome')).toMatchObject({
    line: { id: 'nuit', name: etoile.lineName },
    lines: [{ id: 'nuit' }],
    posts: [{ name: etoile.post }],
  });
  await volunteer.ask('shift.start', { place: 'home' });
  const caller = aCallerOf(service, 'nuit');
  expect(await caller.ask('line.join', {})).toEqual({ answer: {} });
  const conversation = await accepts(volunteer);
  await caller.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
  const desk = aDeskOf(service, coordinator);
  await eventually(() => {
    expect(desk.last('desk.now')).toMatchObject({
      board: { talking: 1 },
      today: { counts: { answered: 1 } },
    });
  });
  const other = aDeskOf(service, administrator);
  await eventually(() => {
    expect(other.last('desk.now')).toMatchObject({
      board: { talking: 0 },
      today: { counts: { answered: 0 } },
    });
  });
});

it('[TN5] a line of another association is no line, over HTTP and at the doors', async () => {
  for (const line of ['principale', 'nulle-part']) {
    const path = `/api/desk/lines/${line}`;
    expect(await asks(service, { cookie: coordinator, path })).toEqual(notAllowed);
    const closing = { method: 'POST', path: `${path}/mode`, body: { mode: 'closed-now' } };
    expect(await asks(service, { cookie: coordinator, ...closing })).toEqual(notAllowed);
    const desk = aDeskOf(service, coordinator, { line });
    await eventually(() => expect(desk.refused).toBe('refused'));
    await expect(aVolunteer(service, 0, { cookie: coordinator, line })).rejects.toThrow('refused');
  }
  expect(await asks(service, { cookie: administrator, path: '/api/desk/lines/nuit' })).toEqual(notAllowed);
});

it.each([
  [{ association: 'etoile' }, 'association', 'taken'],
  [{ association: 'Étoile' }, 'association', 'not-an-address'],
  [{ association: 'a-' }, 'association', 'not-an-address'],
  [{ association: '1234' }, 'association', 'not-an-address'],
  [{ association: 'autre', line: 'principale' }, 'line', 'taken'],
  [{ association: 'autre', line: 'alarms' }, 'line', 'reserved'],
  [{ association: 'autre', line: '12' }, 'line', 'not-an-address'],
  [{ association: 'autre', line: 'autre', timeZone: 'Mars/Olympus' }, 'timeZone', 'not-a-time-zone'],
  [{ association: 'autre', line: 'autre', name: '' }, 'name', 'malformed'],
  [{ association: 'autre', line: 'autre', post: 'x'.repeat(61) }, 'post', 'malformed'],
  [{ association: 'autre', line: 'autre', lineName: 'a\u0007' }, 'lineName', 'malformed'],
])('[TN4] %j founds nothing, and %s is named', async (asked, field, why) => {
  const founding = { cookie: administrator, method: 'POST', path: '/api/desk/associations' };
  const before = await asks(service, { cookie: administrator, path: '/api/desk/associations' });
  const said = await asks(service, { ...founding, body: { ...etoile, ...asked } });
  expect(said).toEqual({ status: 422, body: { refused: 'cannot-hold', field, why } });
  expect(await asks(service, { cookie: administrator, path: '/api/desk/associations' })).toEqual(before);
});

it('[TN1] only an administrator founds, and a coordinator adds to their own association only', async () => {
  const paths = ['/api/desk/associations', '/api/desk/posts', '/api/desk/lines'];
  const volunteer = await anAccount(service, { role: 'volunteer', by: coordinator });
  for (const path of paths)
    expect(await asks(service, { cookie: volunteer, method: 'POST', path })).toEqual(notAllowed);
  expect(
    await asks(service, { cookie: coordinator, method: 'POST', path: '/api/desk/associations' }),
  ).toEqual(notAllowed);
  const post = {
    cookie: coordinator,
    method: 'POST',
    path: '/api/desk/posts',
    body: { post: 'Poste du phare' },
  };
  expect(await asks(service, post)).toMatchObject({
    body: { posts: [{ name: 'Poste du phare' }, { name: etoile.post }] },
  });
  expect(await asks(service, post)).toEqual({
    status: 422,
    body: { refused: 'cannot-hold', field: 'post', why: 'taken' },
  });
  expect(JSON.stringify(await association(administrator))).not.toContain('phare');
});

it('[TN6] a volunteer chooses among the lines of their association, and comes back to the one of their shift', async () => {
  const body = { line: 'aube', lineName: 'Le matin', timeZone: 'Europe/Paris' };
  await asks(service, { cookie: coordinator, method: 'POST', path: '/api/desk/lines', body });
  const { tab, cookie } = await aVolunteer(service, 0, {
    cookie: await anAccount(service, { role: 'volunteer', by: coordinator }),
    line: 'aube',
  });
  expect(tab.last('listen.welcome')).toMatchObject({
    line: { id: 'aube' },
    lines: [{ id: 'nuit' }, { id: 'aube' }],
  });
  await tab.ask('shift.start', { place: 'home' });
  const { tab: again } = await aVolunteer(service, 0, { cookie, line: 'nuit' });
  expect(again.last('listen.welcome')).toMatchObject({ line: { id: 'aube' } });
  expect(again.last('volunteer.is')).toEqual({ at: 'free' });
  await again.ask('shift.stop', {});
  const { tab: off } = await aVolunteer(service, 0, { cookie, line: 'nuit' });
  expect(off.last('listen.welcome')).toMatchObject({ line: { id: 'nuit' } });
  await eventually(() => expect(again.last('closing')).toEqual({ why: 'another-tab' }));
});

it('[ST5] each line has its own settings, and hours on its own clock', async () => {
  const runner = LineRunner.as(service, coordinator, 'nuit');
  await runner.chooses({ closedText: 'La mer est fermée.' });
  expect(await runner.settings()).toMatchObject({ closedText: 'La mer est fermée.' });
  expect(await LineRunner.as(service, administrator, 'principale').settings()).toMatchObject({
    closedText: '',
  });
});
