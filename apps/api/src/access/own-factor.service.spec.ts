// A first factor begun from an open session: whoever sits down at it says the password, as at a sign-in, or changes nothing.
import { expect, it } from '@jest/globals';
import { aPost, pin } from '../../test/harness/a-post.js';
import { expectEntered, password } from '../../test/harness/an-access.js';
import { codeAt } from '../../test/harness/totp-app.js';

const wanted = { kind: 'totp', shown: undefined } as const;
const isOffered = { secret: expect.any(String), uri: expect.any(String) };

/** Ève, who sits signed in at her post's own computer, and has no factor. */
async function atThePost() {
  const post = await aPost();
  const device = await post.registers();
  const asked = { invitation: await post.invites('volunteer', post.own), pseudonym: 'Ève', password };
  const joined = expectEntered(await post.invitations.accept({ asked, former: undefined, device }));
  if (!('token' in joined)) throw new Error('a factor is asked for');
  return { ...post, device, session: await post.sessionOf(joined.token) };
}

it('[SF14] from an open session nobody begins a first factor without the password; with it, it is enrolled', async () => {
  const { session, ownFactors, enrolments, factors, clock } = await atThePost();
  expect(session).toMatchObject({ assurance: 'at-post' });
  expect(await ownFactors.begin(session, { ...wanted, said: undefined })).toBe('refused');
  expect(await ownFactors.begin(session, { ...wanted, said: { password: 'faux' } })).toBe('refused');
  expect(await enrolments.confirm(session, { code: '123456' })).toBe('over');
  const offered = await ownFactors.begin(session, { ...wanted, said: { password } });
  expect(offered).toEqual(isOffered);
  const secret = typeof offered === 'object' && 'secret' in offered ? offered.secret : '';
  await enrolments.confirm(session, { code: codeAt(secret, clock.now()) });
  expect(await factors.of(session.account)).toEqual({ kind: 'totp', recoveryLeft: 8 });
  expect(await ownFactors.begin(session, { ...wanted, said: { password } })).toBe('refused');
});

it('[SF14] [PD3] who came in by a PIN says the password, too', async () => {
  const { session, device, pins, byPin, sessionOf, ownFactors } = await atThePost();
  await pins.choose(session, pin);
  const quick = await sessionOf(expectEntered(await byPin(device)).token);
  expect(await ownFactors.begin(quick, { ...wanted, said: undefined })).toBe('refused');
  expect(await ownFactors.begin(quick, { ...wanted, said: { password: pin } })).toBe('refused');
  expect(await ownFactors.begin(quick, { ...wanted, said: { password } })).toEqual(isOffered);
});

it('[SF14] a whole session whose factor is gone says the password, too', async () => {
  const { claude, factors, ownFactors } = await aPost();
  await factors.remove(claude.account);
  expect(await ownFactors.begin(claude, { ...wanted, said: undefined })).toBe('refused');
  expect(await ownFactors.begin(claude, { ...wanted, said: { password } })).toEqual(isOffered);
});

it('[SF14] whoever is on the way in has just said or chosen it, and is asked for nothing', async () => {
  const { invites, invitations, access, ownFactors, signIns } = await aPost();
  const asked = { invitation: await invites('volunteer'), pseudonym: 'Ève', password };
  const joined = expectEntered(await invitations.accept({ asked, former: undefined }));
  const signedIn = expectEntered(await signIns.signIn({ asked, former: undefined }));
  for (const entered of [joined, signedIn]) {
    const session = await access.anySessionFrom('token' in entered ? entered.token : '');
    if (session === 'signed-out') throw new Error('nobody is signed in');
    expect(session).toMatchObject({ assurance: 'enrols' });
    expect(await ownFactors.begin(session, { ...wanted, said: undefined })).toEqual(isOffered);
  }
});

it('[SF14] the password does not stand for a factor that is there', async () => {
  const { claude, ownFactors } = await aPost();
  expect(await ownFactors.begin(claude, { ...wanted, said: { password } })).toBe('refused');
});

it('[SF14] wrong passwords are written and slowed as at a sign-in, and keep the right one out meanwhile', async () => {
  const { session, ownFactors, written, enrolments } = await atThePost();
  const said: unknown[] = [];
  for (let n = 0; n < 8; n += 1)
    said.push(await ownFactors.begin(session, { ...wanted, said: { password: 'faux' } }));
  expect([said[0], said.at(-1)]).toEqual(['refused', 'too-fast']);
  expect(await ownFactors.begin(session, { ...wanted, said: { password } })).toBe('too-fast');
  expect(written).toContainEqual({ did: 'sign-in-refused', to: session.account });
  expect(await enrolments.confirm(session, { code: '123456' })).toBe('over');
});

it('[SF14] a password that nobody could judge changes nothing, and is no guess', async () => {
  const { session, ownFactors, passwords } = await atThePost();
  passwords.isBusy = true;
  for (let n = 0; n < 12; n += 1)
    expect(await ownFactors.begin(session, { ...wanted, said: { password } })).toBe('unavailable');
  passwords.isBusy = false;
  expect(await ownFactors.begin(session, { ...wanted, said: { password } })).toEqual(isOffered);
});

it('[SO8] of whom a provider lets in no password is asked; of the others their page says that there is one', async () => {
  const { session, ownFactors, invites, store, clock } = await atThePost();
  expect(await ownFactors.held(session)).toEqual({ recoveryLeft: 0, entersBy: 'password' });
  const newcomer = { pseudonym: 'Alix', proof: { identity: 'alix' }, createdAt: clock.now() };
  const account = await store.accept(await invites('volunteer'), newcomer, clock.now());
  if (typeof account === 'string') throw new Error(account);
  const alix = { ...session, ...account, account: account.id };
  expect(await ownFactors.held(alix)).toEqual({ recoveryLeft: 0, entersBy: 'provider' });
});
