// Accounts over HTTP as a browser meets them: the way in, and every way it is refused.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { hours } from '@veille/domain';
import { accessOverHttp, type Answered, password, publicUrl } from '../../test/harness/access-over-http.js';
import { everythingIn } from '../../test/harness/everything-in.js';
import { aRedis, type TestRedis } from '../../test/harness/redis.js';
import { keptKeys } from '../platform/redis/keys.js';

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
const claude = { pseudonym: 'Claude', role: 'administrator', association: 'veille' };
const refused = (status: number, word: string) => ({ status, body: { refused: word } });

it('[AC2] an invitation, a pseudonym and a password make an account that is signed in, and whole once it has a factor', async () => {
  const entered = await http.accept(await http.firstInvitation(), 'Claude');
  expect(said(entered)).toEqual({ status: 200, body: { ...claude, mayOnly: 'enrol' } });
  const { cookie } = await http.enrols(entered.cookie);
  expect(said(await http.get('me', { cookie }))).toEqual({ status: 200, body: claude });
});

it('[AC10] the cookie is for this host, for no script and no other site, and ends with the browser', async () => {
  const { headers } = await http.accept(await http.firstInvitation(), 'Claude');
  expect(headers.getSetCookie()[0]).toMatch(
    /^__Host-veille=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
  );
  expect(headers.get('cache-control')).toBe('no-store');
});

it('[AC2] a coordinator makes a link for a volunteer, who then signs in with what they chose', async () => {
  const cookie = await http.aCoordinator();
  const invited = await http.post('invitations', { body: { role: 'volunteer' }, cookie });
  expect(said(invited)).toEqual({
    status: 200,
    body: {
      link: expect.stringMatching(new RegExp(`^${publicUrl}/ecoute#invitation=[A-Za-z0-9_-]{43}$`)),
      validFor: hours(72),
    },
  });
  const app = await http.enrols((await http.accept(await http.anInvitation(cookie), 'Ève')).cookie);
  const half = await http.post('sign-in', { body: { pseudonym: 'eve', password } });
  const body = { proof: { code: app.code() } };
  const signedIn = await http.post('../factor/prove', { body, cookie: half.cookie });
  expect(said(signedIn)).toEqual({
    status: 200,
    body: { pseudonym: 'Ève', role: 'volunteer', association: 'veille' },
  });
});

it('[AC2] a link for a coordinator leads to the desk', async () => {
  const cookie = await http.aCoordinator();
  const invited = await http.post('invitations', { body: { role: 'coordinator' }, cookie });
  expect(invited.body).toMatchObject({ link: expect.stringContaining(`${publicUrl}/desk#invitation=`) });
});

it('[AC1] a volunteer, and who is not signed in, make no links', async () => {
  const made = await http.accept(await http.anInvitation(await http.aCoordinator()), 'Ève');
  const accepted = await http.enrols(made.cookie);
  const body = { role: 'volunteer' };
  expect(said(await http.post('invitations', { body, cookie: accepted.cookie }))).toEqual(
    refused(403, 'not-allowed'),
  );
  expect(said(await http.post('invitations', { body }))).toEqual(refused(401, 'signed-out'));
  expect(said(await http.get('me'))).toEqual(refused(200, 'signed-out'));
});

it('[AC3] forged, expired and used links are answered alike', async () => {
  const cookie = await http.aCoordinator();
  const [used, expired] = [await http.anInvitation(cookie), await http.anInvitation(cookie)];
  await http.accept(used, 'Ève');
  http.clock.advance(hours(72));
  const answers = await Promise.all(
    ['A'.repeat(43), expired, used].map((token) => http.accept(token, 'Paul')),
  );
  for (const answer of answers) expect(said(answer)).toEqual(refused(401, 'refused'));
});

it('[AC2] fifty who accept one link at once make one account', async () => {
  const token = await http.anInvitation(await http.aCoordinator());
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => http.accept(token, `Ève ${n}`)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(49);
  expect(await redis.client.scard(keptKeys.accounts)).toBe(2);
});

it('[AC5] a pseudonym that is taken is said to be, and the link still serves', async () => {
  const token = await http.anInvitation(await http.aCoordinator());
  expect(said(await http.accept(token, 'CLAUDE'))).toEqual(refused(409, 'taken'));
  expect((await http.accept(token, 'Ève')).status).toBe(200);
});

it('[AC7] a wrong password and an unknown name are answered alike', async () => {
  await http.aCoordinator();
  const wrong = await http.post('sign-in', { body: { pseudonym: 'Claude', password: 'faux' } });
  const unknown = await http.post('sign-in', { body: { pseudonym: 'Personne', password: 'faux' } });
  expect(said(wrong)).toEqual(refused(401, 'refused'));
  expect(said(unknown)).toEqual(said(wrong));
});

it('[AC19] a browser that was entered with is known again by a cookie that opens nothing and says nothing', async () => {
  const { headers } = await http.accept(await http.firstInvitation(), 'Claude');
  const [, known = ''] = headers.getSetCookie();
  expect(known).toMatch(
    /^__Host-veille-known=[A-Za-z0-9_-]{43}; Max-Age=7776000; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Strict$/,
  );
  const cookie = known.split(';')[0];
  expect((await http.get('me', { cookie })).body).toEqual({ refused: 'signed-out' });
  const guess = (secret: string, by?: string) =>
    http.post('sign-in', { body: { pseudonym: 'Claude', password: secret }, cookie: by });
  for (const _ of [1, 2, 3]) await guess('faux');
  expect((await guess(password)).status).toBe(429);
  const entered = await guess(password, cookie);
  expect(entered.status).toBe(200);
  expect(entered.headers.getSetCookie().at(-1)).toContain(cookie);
});

it('[AC8] who guesses on is told to slow down', async () => {
  const body = { pseudonym: 'Personne', password: 'faux' };
  for (const _ of [1, 2, 3]) await http.post('sign-in', { body });
  expect(said(await http.post('sign-in', { body }))).toEqual(refused(429, 'too-fast'));
});

it('[AC10] signing out ends the session and takes the cookie away', async () => {
  const cookie = await http.aCoordinator();
  const out = await http.post('sign-out', { cookie });
  expect(said(out)).toEqual({ status: 200, body: {} });
  expect(out.headers.get('set-cookie')).toMatch(/^__Host-veille=; Path=\/; Expires=Thu, 01 Jan 1970/);
  expect(said(await http.get('me', { cookie }))).toEqual(refused(200, 'signed-out'));
});

it('[AC16] a suspended account is signed out, and does not sign in', async () => {
  const cookie = await http.aCoordinator();
  const [id = ''] = await redis.client.smembers(keptKeys.accounts);
  await redis.client.hset(keptKeys.account(id), 'suspended', 'yes');
  expect(said(await http.get('me', { cookie }))).toEqual(refused(200, 'signed-out'));
  const body = { pseudonym: 'Claude', password };
  expect(said(await http.post('sign-in', { body }))).toEqual(refused(401, 'refused'));
});

it('[AC11] what is kept holds no password, no token and no link', async () => {
  const cookie = await http.aCoordinator();
  const token = await http.anInvitation(cookie);
  const everything = await everythingIn(redis.client);
  expect(everything).toContain('Claude');
  for (const secret of [password, token, cookie?.split('=')[1] ?? password])
    expect(everything).not.toContain(secret);
});
