// A listening post's own browser over HTTP, as it meets us: its cookie, the code typed on it, a PIN, and every refusal.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { minutes } from '@veille/domain';
import { deviceCode, devicesTold } from '@veille/shared';
import * as v from 'valibot';
import { accessOverHttp, type Answered, password } from '../../test/harness/access-over-http.js';
import { everythingIn } from '../../test/harness/everything-in.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';

let redis: TestRedis;
let http: Awaited<ReturnType<typeof accessOverHttp>>;
beforeAll(async () => {
  redis = await aRedis();
});
afterAll(() => redis.stop());
beforeEach(async () => {
  await redis.client.flushall();
  http = await accessOverHttp(redis.client);
});
afterEach(() => http.stop());

const said = ({ status, body }: Answered) => ({ status, body });
const refused = (status: number, word: string) => ({ status, body: { refused: word } });
const ask = (path: string, body: object, cookie?: string) => http.post(`../post/${path}`, { body, cookie });
const here = (cookie?: string) => http.get('../post/here', { cookie });
const pin = '271828';

/** A post’s browser, and Ève, who has an account there. */
async function aPost() {
  const coordinator = await http.aCoordinator();
  const { posts } = v.parse(devicesTold, (await http.get('../post/devices', { cookie: coordinator })).body);
  const post = posts[0]?.id ?? '';
  const invitation = await http.anInvitation(coordinator);
  const code = async () => v.parse(deviceCode, (await ask('devices/code', { post }, coordinator)).body).code;
  const device = (await ask('here', { code: await code() })).cookie ?? '';
  const joined = await http.post('invitations/accept', {
    body: { invitation, pseudonym: 'Ève', password },
    cookie: device,
  });
  return { coordinator, post, code, device, session: `${device}; ${joined.cookie}`, joined };
}

it('[PD1] a code makes a browser a post’s, once, by a cookie no script reads and no other path or host shares', async () => {
  const { coordinator, post, code } = await aPost();
  const once = await code();
  const spaced = once.toLowerCase().replace(/(.{4})(?=.)/g, '$1-');
  const made = await ask('here', { code: spaced });
  expect(said(made)).toEqual({ status: 200, body: { post: 'Poste central' } });
  expect(made.headers.get('set-cookie')).toMatch(
    /^__Host-veille-post=[A-Za-z0-9_-]{43}; Max-Age=15552000; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
  );
  expect((await here(made.cookie)).body).toEqual({ post: 'Poste central' });
  expect(said(await ask('here', { code: once }))).toEqual(refused(401, 'refused'));
  expect(said(await ask('devices', { post: 'nulle-part' }, coordinator))).toEqual(
    refused(403, 'not-allowed'),
  );
  expect(said(await ask('devices', { post }))).toEqual(refused(401, 'signed-out'));
});

it('[PD1] a code is over after ten minutes; one that is altered, or no code at all, is refused in one word', async () => {
  const { code, coordinator, post } = await aPost();
  const [key] = (await redis.client.keys('post-code:*')).concat('none');
  expect(key).toBe('none');
  const fresh = await code();
  const [kept = ''] = await redis.client.keys('post-code:*');
  expect(await redis.client.pttl(kept)).toBeLessThanOrEqual(minutes(10));
  await redis.client.del(kept);
  expect(said(await ask('here', { code: fresh }))).toEqual(refused(401, 'refused'));
  const altered = (await code()).replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect(said(await ask('here', { code: altered }))).toEqual(refused(401, 'refused'));
  for (const body of [{}, { code: '' }, { code: 'A'.repeat(11) }, { code: '1'.repeat(12) }])
    expect(said(await ask('here', body))).toEqual(refused(400, 'malformed'));
  expect(said(await ask('devices/end', { device: 'nobody' }, coordinator))).toEqual(
    refused(403, 'not-allowed'),
  );
  expect(said(await ask('devices', { post: '../x' }, coordinator))).toEqual(refused(400, 'malformed'));
  expect((await http.get('../post/devices', { cookie: coordinator })).body).toMatchObject({
    posts: [{ id: post }],
  });
});

it('[PD2] [PD3] at the post the password is enough, then a PIN; away from it neither is', async () => {
  const { device, session, joined } = await aPost();
  expect(said(joined)).toEqual({
    status: 200,
    body: { pseudonym: 'Ève', role: 'volunteer', association: 'veille' },
  });
  expect((await here(session)).body).toEqual({ post: 'Poste central', pin: 'none' });
  expect(said(await ask('pin', { pin }, session))).toEqual({
    status: 200,
    body: { post: 'Poste central', pin: 'chosen' },
  });
  const quick = await ask('sign-in', { pseudonym: 'eve', pin }, device);
  expect(quick.status).toBe(200);
  expect((await here(`${device}; ${quick.cookie}`)).body).toEqual({ post: 'Poste central', pin: 'used' });
  expect(said(await ask('pin', { pin }, `${device}; ${quick.cookie}`))).toEqual(refused(403, 'not-allowed'));
  expect(said(await ask('sign-in', { pseudonym: 'Ève', pin }))).toEqual(refused(401, 'refused'));
  const atHome = await http.post('sign-in', { body: { pseudonym: 'Ève', password } });
  expect(atHome.body).toMatchObject({ mayOnly: 'enrol' });
});

it.each(['111111', '123456', '098765', '12345', '1234567', 'abcdef', ''])(
  '[PD3] %j is no PIN, and nothing is changed',
  async (easy) => {
    const { session } = await aPost();
    expect(said(await ask('pin', { pin: easy }, session))).toEqual(refused(400, 'malformed'));
    expect((await here(session)).body).toEqual({ post: 'Poste central', pin: 'none' });
  },
);

it('[PD4] a wrong PIN, none, and nobody are answered in one word', async () => {
  const { device, session } = await aPost();
  const before = await ask('sign-in', { pseudonym: 'Ève', pin: '000000' }, device);
  await ask('pin', { pin }, session);
  const wrong = await ask('sign-in', { pseudonym: 'Ève', pin: '000000' }, device);
  const nobody = await ask('sign-in', { pseudonym: 'Personne', pin: '000000' }, device);
  for (const answered of [before, wrong, nobody]) expect(said(answered)).toEqual(refused(401, 'refused'));
});

it('[PD6] a device that is ended at the desk is a browser like any other, and who sat there is signed out', async () => {
  const { coordinator, device, session } = await aPost();
  await ask('pin', { pin }, session);
  const { devices } = v.parse(devicesTold, (await http.get('../post/devices', { cookie: coordinator })).body);
  expect(devices).toMatchObject([{ post: 'Poste central', by: 'Claude', isHere: false }]);
  const ended = await ask('devices/end', { device: devices[0]?.id ?? '' }, coordinator);
  expect(ended.body).toMatchObject({ devices: [] });
  expect((await here(device)).body).toEqual({});
  expect(said(await http.get('me', { cookie: session }))).toEqual(refused(200, 'signed-out'));
  expect(said(await ask('sign-in', { pseudonym: 'Ève', pin }, device))).toEqual(refused(401, 'refused'));
  expect(await redis.client.keys('pins:*')).toEqual([]);
});

it('[PD1] the browser a coordinator sits at is registered by hand, and ended there', async () => {
  const { coordinator, post } = await aPost();
  const made = await ask('devices', { post }, coordinator);
  const both = `${coordinator}; ${made.cookie}`;
  const { devices } = v.parse(devicesTold, made.body);
  const mine = devices.find(({ isHere }) => isHere);
  expect(devices).toHaveLength(2);
  const ended = await ask('devices/end', { device: mine?.id ?? '' }, both);
  expect(ended.headers.get('set-cookie')).toMatch(/^__Host-veille-post=; Path=\/; Expires=Thu, 01 Jan 1970/);
  expect(said(await http.get('me', { cookie: coordinator }))).toMatchObject({
    body: { pseudonym: 'Claude' },
  });
});

it('[PD8] what is kept holds no PIN, no code and no cookie of a device', async () => {
  const { device, session, code } = await aPost();
  await ask('pin', { pin }, session);
  const hidden = [device.split('=')[1] ?? 'none', await code()];
  const everything = await everythingIn(redis.client);
  expect(everything).toContain('pins:');
  for (const secret of hidden) expect(everything).not.toContain(secret);
});

it('[SF14] at a post’s device a first factor is begun by who sends the password along, and by nobody else', async () => {
  const { device, session } = await aPost();
  await ask('pin', { pin }, session);
  const quick = await ask('sign-in', { pseudonym: 'Ève', pin }, device);
  for (const cookie of [session, `${device}; ${quick.cookie}`]) {
    const enrols = (body: object) =>
      http.post('../factor/enrol', { body: { kind: 'totp', ...body }, cookie });
    expect(said(await enrols({}))).toEqual(refused(401, 'refused'));
    expect(said(await enrols({ password: 'faux' }))).toEqual(refused(401, 'refused'));
    expect(said(await enrols({ password: 271828 }))).toEqual(refused(400, 'malformed'));
    expect(said(await http.post('../factor/confirm', { body: { code: '123456' }, cookie }))).toEqual(
      refused(401, 'over'),
    );
    expect(said(await enrols({ password }))).toMatchObject({
      status: 200,
      body: { secret: expect.any(String) },
    });
    await redis.client.del(...(await redis.client.keys('enrolment:*')));
  }
});
