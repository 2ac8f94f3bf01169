// A shift at a post's own device, on two nodes: it is at that post and nowhere else, in the counters too, and ends with the device.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { firstAssociation } from '@veille/domain';
import { deviceCode, devicesTold, listenTells, WIRE_VERSION } from '@veille/shared';
import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { AuditService } from '../../src/audit/audit.service.js';
import { theAdministrator } from '../harness/accounts.js';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { accepts, aDesk, aWaitingCaller, type VolunteerTab } from '../harness/people.js';
import { staffAt } from '../harness/run-the-staff.js';
import { Tab } from '../harness/tab.js';

const WITHIN = 2_000;
const password = 'correct cheval pile agrafe';
const pin = '271828';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

const desk = async () => staffAt(service, await theAdministrator(service));
const devices = async () =>
  v.parse(devicesTold, JSON.parse((await (await desk()).file('/api/post/devices')).text));

/** Somebody who made their account at the post's device, and has no second factor. */
async function aVolunteerAtPost() {
  const { post: ask } = await desk();
  const post = (await devices()).posts[0]?.id ?? '';
  const { code } = v.parse(deviceCode, (await ask('/api/post/devices/code', { post })).body);
  const device = (await ask('/api/post/here', { code }, { cookie: '' })).cookie;
  const { body } = await ask('/api/access/invitations', { role: 'volunteer' });
  const { link } = v.parse(v.looseObject({ link: v.string() }), body);
  const pseudonym = `Camille ${randomBytes(5).toString('hex')}`;
  const asked = { invitation: link.split('#invitation=')[1], pseudonym, password };
  const { cookie } = await ask('/api/access/invitations/accept', asked, { cookie: device });
  return { post, device, pseudonym, cookie };
}

async function listens(cookie: string, node: number): Promise<VolunteerTab> {
  const auth = { version: WIRE_VERSION };
  const tab: VolunteerTab = new Tab({ url: `${service.at(node)}/listen`, auth, cookie }, listenTells);
  await tab.until('listen.welcome', () => true);
  return tab;
}

it('[PD3] a shift that is begun at a post’s device is at that post, and is counted there', async () => {
  const { post, cookie } = await aVolunteerAtPost();
  const tab = await listens(cookie, 1);
  for (const place of ['home', 'elsewhere'])
    expect(await tab.ask('shift.start', { place })).toEqual({ refused: 'malformed' });
  expect(await tab.ask('shift.start', { place: post })).toEqual({ answer: {} });
  const board = await aDesk(service);
  await aWaitingCaller(service);
  await accepts(tab);
  const { today } = await board.until('desk.now', (now) => now.today.counts.answered === 1);
  expect(today.places).toMatchObject([{ name: 'Poste central', counts: { answered: 1 } }]);
});

it('[PD6] a device that is ended on one node closes its pages on both within two seconds; its PINs open nothing', async () => {
  const [one, other] = [await aVolunteerAtPost(), await aVolunteerAtPost()];
  await staffAt(service, `${one.device}; ${one.cookie}`).post('/api/post/pin', { pin });
  const { pseudonym } = one;
  const byPin = () => staffAt(service, one.device, 1).post('/api/post/sign-in', { pseudonym, pin });
  const quick = await byPin();
  expect(quick.status).toBe(200);
  const tabs = [await listens(quick.cookie, 1), await listens(other.cookie, 0)];
  const { post: ask } = await desk();
  for (const { id } of (await devices()).devices) {
    const begun = performance.now();
    expect(await ask('/api/post/devices/end', { device: id })).toMatchObject({ status: 200 });
    expect(performance.now() - begun).toBeLessThan(WITHIN);
  }
  const begun = performance.now();
  await eventually(() => {
    for (const tab of tabs) expect(tab.closedWith()).toBe('signed-out');
  });
  expect(performance.now() - begun).toBeLessThan(WITHIN);
  expect((await byPin()).status).toBe(401);
  await eventually(async () => {
    const written = await service.nodes[0]?.app.get(AuditService).newest(firstAssociation.id, 0, 100);
    const dids = written?.map(({ did }) => did);
    expect(dids).toEqual(
      expect.arrayContaining(['device-code-made', 'device-registered', 'device-ended', 'pin-chosen']),
    );
  });
});
