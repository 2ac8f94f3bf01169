// What never reaches the accounts: requests that are not ours, not small, or not JSON of the right shape.
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { accessOverHttp, type Answered, password, publicUrl } from '../../test/harness/access-over-http.js';
import { aRedis, outOfReach, type TestRedis } from '../../test/harness/redis.js';
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
const refused = (status: number, word: string) => ({ status, body: { refused: word } });

const foreign: Record<string, string>[] = [
  { 'x-veille': '' },
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { origin: 'http://veille.example' },
  { origin: `${publicUrl}.elsewhere.example` },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];
it.each(foreign)('[AC13] a request with %j is not from our pages', async (headers) => {
  const cookie = await http.aCoordinator();
  const keys = await redis.client.keys('*');
  const body = { role: 'volunteer' };
  expect(said(await http.post('invitations', { body, cookie, headers }))).toEqual(
    refused(403, 'not-allowed'),
  );
  expect(said(await http.post('sign-out', { cookie, headers }))).toEqual(refused(403, 'not-allowed'));
  expect((await redis.client.keys('*')).sort()).toEqual(keys.sort());
});

const ours: Record<string, string>[] = [
  {},
  { origin: publicUrl, 'sec-fetch-site': 'same-origin' },
  { 'sec-fetch-site': 'none' },
];
it.each(ours)('[AC13] a request with %j is', async (headers) => {
  const cookie = await http.aCoordinator();
  expect((await http.post('invitations', { body: { role: 'volunteer' }, cookie, headers })).status).toBe(200);
});

const misshapen: unknown[] = [
  'not json',
  '"a word"',
  'null',
  '[]',
  '{}',
  { invitation: 'short', pseudonym: 'Claude', password },
  { invitation: 'A'.repeat(43), pseudonym: 'C', password },
  { invitation: 'A'.repeat(43), pseudonym: '<b>Claude</b>', password },
  { invitation: 'A'.repeat(43), pseudonym: 'Claude', password: 'court' },
  { invitation: 'A'.repeat(43), pseudonym: 'Claude', password, role: 'coordinator' },
  { invitation: ['A'.repeat(43)], pseudonym: 'Claude', password },
];
it.each(misshapen)('[AC14] %j is malformed, and changes nothing', async (body) => {
  for (const path of ['invitations/accept', 'sign-in'])
    expect(said(await http.post(path, { body }))).toEqual(refused(400, 'malformed'));
  expect(await redis.client.keys('*')).toEqual([]);
});

it('[AC14] a malformed accept leaves its invitation as it was', async () => {
  const invitation = await http.firstInvitation();
  const body = { invitation, pseudonym: 'Claude', password: 'court' };
  expect(said(await http.post('invitations/accept', { body }))).toEqual(refused(400, 'malformed'));
  expect((await http.accept(invitation, 'Claude')).status).toBe(200);
});

const notJson: Record<string, string>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'application/jsonp' },
  { 'content-type': 'application/json; charset=utf-16' },
];
it.each(notJson)('[AC14] a body with %j is not read', async (headers) => {
  const invitation = await http.firstInvitation();
  const body = { invitation, pseudonym: 'Claude', password };
  expect(said(await http.post('invitations/accept', { body, headers }))).toEqual(refused(400, 'malformed'));
  expect(await redis.client.exists(keptKeys.accounts)).toBe(0);
});

it('[AC14] a body of more than 4 KiB is refused, whatever is in it', async () => {
  const invitation = await http.firstInvitation();
  const body = JSON.stringify({ invitation, pseudonym: 'Claude', password }).padEnd(4_097);
  expect(said(await http.post('invitations/accept', { body }))).toEqual(refused(400, 'malformed'));
  expect((await http.post('invitations/accept', { body: body.slice(0, 4_096) })).status).toBe(200);
});

it('[AC14] a packed body is not unpacked', async () => {
  const invitation = await http.firstInvitation();
  const body = gzipSync(JSON.stringify({ invitation, pseudonym: 'Claude', password }));
  const answered = await http.post('invitations/accept', { body, headers: { 'content-encoding': 'gzip' } });
  expect(said(answered)).toEqual(refused(400, 'malformed'));
});

it('[AC14] a body that does not say how long it is is refused', async () => {
  const known = JSON.stringify({ pseudonym: 'Personne', password });
  expect((await http.post('sign-in', { body: known })).status).toBe(401);
  const body = new ReadableStream({
    start(stream) {
      stream.enqueue(new TextEncoder().encode(known));
      stream.close();
    },
  });
  expect(said(await http.post('sign-in', { body }))).toEqual(refused(400, 'malformed'));
});

it('[AC15] a store that is out is told as such, without a word of what failed', async () => {
  const cookie = await http.aCoordinator();
  await outOfReach(redis.client);
  expect(said(await http.get('me', { cookie }))).toEqual(refused(503, 'unavailable'));
  await redis.client.connect();
  expect((await http.get('me', { cookie })).status).toBe(200);
});
