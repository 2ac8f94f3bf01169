// Enrolling a factor and changing it: it answers first, and whoever has one shows it first.
import { expect, it } from '@jest/globals';
import { accountId, minutes } from '@veille/domain';
import { aFactor, origin, ève } from '../../test/harness/a-factor.js';
import { AnAuthenticator } from '../../test/harness/an-authenticator.js';
import { codeAt, wrongCodeAt } from '../../test/harness/totp-app.js';
import { factorEnrolled, factorRemoved } from './factor.facts.js';

const none = undefined;

it('[SF9] a wrong code enrols nothing, and the right one may follow it', async () => {
  const { enrolments, factors, clock } = aFactor();
  const offered = await enrolments.begin(ève, { kind: 'totp', shown: none });
  if (typeof offered === 'string' || !('secret' in offered)) throw new Error('not offered');
  const { secret, uri } = offered;
  expect(uri).toMatch(/^otpauth:\/\/totp\/Veille:%C3%88ve\?secret=[A-Z2-7]{32}&/);
  expect(await enrolments.confirm(ève, { code: wrongCodeAt(secret, clock.now()) })).toBe('refused');
  expect(await factors.of(ève.account)).toBeUndefined();
  expect(await enrolments.confirm(ève, { code: codeAt(secret, clock.now()) })).toMatchObject({
    recovery: expect.arrayContaining([expect.stringMatching(/^[A-Z2-7]{16}$/)]),
  });
  expect(await factors.of(ève.account)).toEqual({ kind: 'totp', recoveryLeft: 8 });
});

it('[SF9] what was begun in one session is confirmed in no other, and not after half an hour', async () => {
  const { enrolments, clock, factors } = aFactor();
  const passkey = new AnAuthenticator();
  const offered = await enrolments.begin(ève, { kind: 'passkey', shown: none });
  if (typeof offered === 'string' || !('options' in offered)) throw new Error('not offered');
  const answer = { passkey: passkey.create(offered.options, { origin }) };
  const paul = { ...ève, id: 'session of Paul', account: accountId('paul') };
  expect(await enrolments.confirm(paul, answer)).toBe('over');
  clock.advance(minutes(30));
  expect(await enrolments.confirm(ève, answer)).toBe('over');
  expect(await factors.of(ève.account)).toBeUndefined();
});

it.each([
  { origin: 'https://elsewhere.example' },
  { origin, host: 'elsewhere.example' },
  { origin, verified: false },
])('[SF5] a passkey made with %j is none', async (how) => {
  const { enrolments, factors } = aFactor();
  const offered = await enrolments.begin(ève, { kind: 'passkey', shown: none });
  if (typeof offered === 'string' || !('options' in offered)) throw new Error('not offered');
  const answer = { passkey: new AnAuthenticator().create(offered.options, how) };
  expect(await enrolments.confirm(ève, answer)).toBe('refused');
  expect(await factors.of(ève.account)).toBeUndefined();
});

it('[SF5] a passkey that answers another challenge, or answers twice, is refused', async () => {
  const { enrolments } = aFactor();
  const passkey = new AnAuthenticator();
  const first = await enrolments.begin(ève, { kind: 'passkey', shown: none });
  const second = await enrolments.begin(ève, { kind: 'passkey', shown: none });
  if (typeof first === 'string' || !('options' in first)) throw new Error('not offered');
  if (typeof second === 'string' || !('options' in second)) throw new Error('not offered');
  expect(await enrolments.confirm(ève, { passkey: passkey.create(first.options, { origin }) })).toBe(
    'refused',
  );
  const answer = { passkey: passkey.create(second.options, { origin }) };
  expect(await enrolments.confirm(ève, answer)).toMatchObject({ recovery: expect.any(Array) });
  expect(await enrolments.confirm(ève, answer)).toBe('over');
});

it('[SF7] a factor is replaced by who gives it, and by nobody else', async () => {
  const { enrolments, factors, halves, anApp, facts } = aFactor();
  const told: unknown[] = [];
  facts.when(factorEnrolled, ({ kind, replaced }) => void told.push([kind, replaced]));
  const app = await anApp();
  expect(await enrolments.begin(ève, { kind: 'passkey', shown: none })).toBe('refused');
  const wrong = { half: await halves.begin(ève.account), proof: { code: app.wrongCode() } };
  expect(await enrolments.begin(ève, { kind: 'passkey', shown: wrong })).toBe('refused');
  expect(await enrolments.confirm(ève, { code: app.code() })).toBe('over');
  const shown = { half: await halves.begin(ève.account), proof: { code: app.code() } };
  const offered = await enrolments.begin(ève, { kind: 'passkey', shown });
  if (typeof offered === 'string' || !('options' in offered)) throw new Error('not offered');
  expect((await factors.of(ève.account))?.kind).toBe('totp');
  await enrolments.confirm(ève, { passkey: new AnAuthenticator().create(offered.options, { origin }) });
  expect(await factors.of(ève.account)).toEqual({ kind: 'passkey', recoveryLeft: 8 });
  expect(told).toEqual([
    ['totp', false],
    ['passkey', true],
  ]);
});

it('[SF7] the factor of one account does not change that of another', async () => {
  const { enrolments, halves, anApp } = aFactor();
  const paul = { ...ève, id: 'session of Paul', account: accountId('paul'), pseudonym: 'Paul' };
  const paulsApp = await anApp(paul);
  await anApp();
  const shown = { half: await halves.begin(paul.account), proof: { code: paulsApp.code() } };
  expect(await enrolments.begin(ève, { kind: 'passkey', shown })).toBe('refused');
});

it('[SF7] of two sessions that enrol a first factor at once, the one that is late changes nothing', async () => {
  const { enrolments, factors, anApp } = aFactor();
  const elsewhere = { ...ève, id: 'another session of Ève' };
  const offered = await enrolments.begin(elsewhere, { kind: 'passkey', shown: none });
  if (typeof offered === 'string' || !('options' in offered)) throw new Error('not offered');
  await anApp();
  const answer = { passkey: new AnAuthenticator().create(offered.options, { origin }) };
  expect(await enrolments.confirm(elsewhere, answer)).toBe('refused');
  expect((await factors.of(ève.account))?.kind).toBe('totp');
});

it('[SF10] a factor that a coordinator removed is told once, and another may be enrolled', async () => {
  const { factors, enrolments, anApp, facts } = aFactor();
  const told: unknown[] = [];
  facts.when(factorRemoved, (fact) => void told.push(fact));
  await anApp();
  await factors.remove(ève.account);
  await factors.remove(ève.account);
  expect(told).toEqual([{ account: ève.account }]);
  expect(await enrolments.begin(ève, { kind: 'totp', shown: none })).toMatchObject({
    secret: expect.any(String),
  });
});
