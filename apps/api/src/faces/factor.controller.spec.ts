// The second factor over HTTP as a browser meets it: the two steps, changing it, and every way it is refused.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { minutes } from '@veille/domain';
import { passkeyOptions } from '@veille/shared';
import * as v from 'valibot';
import { accessOverHttp, type Answered, password, publicUrl } from '../../test/harness/access-over-http.js';
import { AnAuthenticator } from '../../test/harness/an-authenticator.js';
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
const claude = { pseudonym: 'Claude', role: 'administrator', association: 'veille' };
const signIn = () => http.post('sign-in', { body: { pseudonym: 'Claude', password } });
const prove = (proof: object, cookie: string | undefined) =>
  http.post('../factor/prove', { body: { proof }, cookie });

it('[SF1] the right password alone is half a sign-in: it opens nothing but the second step', async () => {
  const app = await http.enrols(await http.aNewCoordinator());
  const half = await signIn();
  expect(said(half)).toEqual({ status: 200, body: { prove: 'totp' } });
  expect(half.headers.getSetCookie()[0]).toMatch(
    /^__Host-veille-half=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  const body = { role: 'volunteer' };
  expect((await http.get('../factor/half', { cookie: half.cookie })).body).toEqual({ prove: 'totp' });
  expect(said(await http.get('../factor/half'))).toEqual(refused(401, 'over'));
  expect(said(await http.get('me', { cookie: half.cookie }))).toEqual(refused(200, 'signed-out'));
  expect(said(await http.post('invitations', { body, cookie: half.cookie }))).toEqual(
    refused(401, 'signed-out'),
  );
  expect(said(await http.get('../factor', { cookie: half.cookie }))).toEqual(refused(401, 'signed-out'));
  const whole = await prove({ code: app.code() }, half.cookie);
  expect(said(whole)).toEqual({ status: 200, body: claude });
  expect(said(await http.get('me', { cookie: whole.cookie }))).toEqual({ status: 200, body: claude });
});

it('[SF1] a half session is no session, and a session is no half session', async () => {
  const app = await http.enrols(await http.aNewCoordinator());
  const half = await signIn();
  const token = half.cookie?.split('=')[1];
  expect(said(await http.get('me', { cookie: `__Host-veille=${token}` }))).toEqual(
    refused(200, 'signed-out'),
  );
  const session = app.cookie?.split('=')[1];
  expect(said(await prove({ code: app.code() }, `__Host-veille-half=${session}`))).toEqual(
    refused(401, 'over'),
  );
  expect(said(await prove({ code: app.code() }, undefined))).toEqual(refused(401, 'over'));
});

it('[SF1] a half session that expired, was used, or is altered is over', async () => {
  const app = await http.enrols(await http.aNewCoordinator());
  const half = await signIn();
  const altered = half.cookie?.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  expect(said(await prove({ code: app.code() }, altered))).toEqual(refused(401, 'over'));
  expect((await prove({ code: app.code() }, half.cookie)).status).toBe(200);
  http.clock.advance(minutes(1));
  expect(said(await prove({ code: app.code() }, half.cookie))).toEqual(refused(401, 'over'));
});

it('[SF6] a wrong code is told, then slowed, and changes nothing', async () => {
  const { recovery, cookie } = await http.enrols(await http.aNewCoordinator());
  const half = await signIn();
  const wrong = { recovery: 'A'.repeat(16) };
  for (const _ of [1, 2, 3]) expect(said(await prove(wrong, half.cookie))).toEqual(refused(401, 'refused'));
  expect(said(await prove({ recovery: recovery[0] }, half.cookie))).toEqual(refused(429, 'too-fast'));
  const held = { status: 200, body: { kind: 'totp', recoveryLeft: 8, entersBy: 'password' } };
  expect(said(await http.get('../factor', { cookie }))).toEqual(held);
});

const misshapen: unknown[] = [
  {},
  { proof: {} },
  { proof: { code: '12345' } },
  { proof: { code: '123456', recovery: 'A'.repeat(16) } },
  { proof: { code: 123456 } },
  { proof: { recovery: 'A'.repeat(15) } },
  { proof: { passkey: { id: 'a' } } },
];
it.each(misshapen)('[SF1] %j is malformed, and is no try', async (body) => {
  const app = await http.enrols(await http.aNewCoordinator());
  const half = await signIn();
  for (const _ of [1, 2, 3, 4, 5, 6])
    expect(said(await http.post('../factor/prove', { body, cookie: half.cookie }))).toEqual(
      refused(400, 'malformed'),
    );
  expect((await prove({ code: app.code() }, half.cookie)).status).toBe(200);
});

it('[SF2] a code is read as it was shown: with a space, or a recovery code in small letters', async () => {
  const { code, recovery } = await http.enrols(await http.aNewCoordinator());
  const spaced = code().replace(/^.{3}/, '$& ');
  expect((await prove({ code: spaced }, (await signIn()).cookie)).status).toBe(200);
  const small = recovery[0]?.toLowerCase().replace(/(.{4})(?=.)/g, '$1-');
  expect((await prove({ recovery: small }, (await signIn()).cookie)).status).toBe(200);
});

it('[SF5] a passkey is enrolled and signs in, for this origin and nobody else’s', async () => {
  const passkey = new AnAuthenticator();
  const cookie = await http.aNewCoordinator();
  const offered = await http.post('../factor/enrol', { body: { kind: 'passkey' }, cookie });
  const made = passkey.create(v.parse(passkeyOptions, offered.body).options, { origin: publicUrl });
  const done = await http.post('../factor/confirm', { body: { passkey: made }, cookie });
  expect(done.body).toEqual({ recovery: expect.arrayContaining([expect.any(String)]) });
  for (const origin of ['https://elsewhere.example', publicUrl]) {
    const half = await signIn();
    const asked = await http.post('../factor/challenge', { body: {}, cookie: half.cookie });
    const answer = passkey.sign(v.parse(passkeyOptions, asked.body).options, { origin });
    const proven = await prove({ passkey: answer }, half.cookie);
    expect(said(proven)).toEqual(
      origin === publicUrl ? { status: 200, body: claude } : refused(401, 'refused'),
    );
  }
});

it('[SF7] another factor is enrolled by who gives the present one again', async () => {
  const app = await http.enrols(await http.aNewCoordinator());
  const { cookie } = app;
  const body = { kind: 'passkey' };
  expect(said(await http.post('../factor/enrol', { body, cookie }))).toEqual(refused(401, 'refused'));
  const half = await http.post('../factor/again', { body: {}, cookie });
  expect(said(half)).toEqual({ status: 200, body: { prove: 'totp' } });
  const both = `${cookie}; ${half.cookie}`;
  const proof = { code: app.code() };
  const offered = await http.post('../factor/enrol', { body: { ...body, proof }, cookie: both });
  const passkey = new AnAuthenticator();
  const made = passkey.create(v.parse(passkeyOptions, offered.body).options, { origin: publicUrl });
  expect((await http.post('../factor/confirm', { body: { passkey: made }, cookie })).status).toBe(200);
  const held = { status: 200, body: { kind: 'passkey', recoveryLeft: 8, entersBy: 'password' } };
  expect(said(await http.get('../factor', { cookie }))).toEqual(held);
  expect((await signIn()).body).toEqual({ prove: 'passkey' });
});

it('[SF12] other recovery codes are made by who gives the present factor again, once', async () => {
  const app = await http.enrols(await http.aNewCoordinator());
  const { cookie } = app;
  const made = (proof: object, cookies = cookie) =>
    http.post('../factor/codes', { body: { proof }, cookie: cookies });
  expect(said(await made({ code: app.code() }))).toEqual(refused(401, 'over'));
  expect(said(await made({ code: app.code() }, 'nothing=1'))).toEqual(refused(401, 'signed-out'));
  const half = await http.post('../factor/again', { body: {}, cookie });
  const both = `${cookie}; ${half.cookie}`;
  expect(said(await http.post('../factor/codes', { body: {}, cookie: both }))).toEqual(
    refused(400, 'malformed'),
  );
  expect(said(await made({ recovery: 'A'.repeat(16) }, both))).toEqual(refused(401, 'refused'));
  const done = await made({ recovery: app.recovery[0] }, both);
  expect(said(done)).toEqual({ status: 200, body: { recovery: expect.any(Array) } });
  expect(JSON.stringify(done.body)).not.toContain(app.recovery[1]);
  expect(said(await made({ recovery: app.recovery[1] }, both))).toEqual(refused(401, 'over'));
});

it('[SF3] who has no factor yet may enrol one, and nothing else; then everything, under another token', async () => {
  const cookie = await http.aNewCoordinator();
  expect((await http.get('me', { cookie })).body).toEqual({ ...claude, mayOnly: 'enrol' });
  const body = { role: 'volunteer' };
  expect(said(await http.post('invitations', { body, cookie }))).toEqual(refused(401, 'signed-out'));
  expect(said(await http.post('../factor/again', { body: {}, cookie }))).toEqual(refused(401, 'signed-out'));
  const app = await http.enrols(cookie);
  expect(app.cookie).not.toBe(cookie);
  expect(said(await http.get('me', { cookie }))).toEqual(refused(200, 'signed-out'));
  expect(said(await http.get('me', { cookie: app.cookie }))).toEqual({ status: 200, body: claude });
  expect((await http.post('invitations', { body, cookie: app.cookie })).status).toBe(200);
});

it('[SF3] who chose a password and no factor is led to enrol one at the next sign-in, too', async () => {
  await http.aNewCoordinator();
  const again = await signIn();
  expect(said(again)).toEqual({ status: 200, body: { ...claude, mayOnly: 'enrol' } });
  expect((await http.enrols(again.cookie)).recovery).toHaveLength(8);
});

it('[SF1] nobody who is signed out enrols, confirms, or looks', async () => {
  for (const [path, body] of [
    ['enrol', { kind: 'totp' }],
    ['confirm', { code: '123456' }],
    ['again', {}],
  ] as const)
    expect(said(await http.post(`../factor/${path}`, { body }))).toEqual(refused(401, 'signed-out'));
  expect(said(await http.get('../factor'))).toEqual(refused(401, 'signed-out'));
  expect(await redis.client.keys('half-session:*')).toEqual([]);
});

it('[SF8] what is kept holds no secret, no recovery code and no half session', async () => {
  const { secret, recovery } = await http.enrols(await http.aNewCoordinator());
  const half = (await signIn()).cookie?.split('=')[1] ?? 'none';
  const everything = await everythingIn(redis.client);
  expect(everything).toContain('totp');
  for (const hidden of [secret, half, ...recovery]) expect(everything).not.toContain(hidden);
});
