// Changing one's own password: only by the present one, and nothing that let them in before does so any more.
import { expect, it } from '@jest/globals';
import { anAccess, expectEntered, password } from '../../test/harness/an-access.js';
import { aPost, pin } from '../../test/harness/a-post.js';
import { deedDone, deedRefused } from '../audit/audit.facts.js';

const next = 'une toute autre phrase';

it('[SP10] the present password is given: this session goes on, the others are over, and it is written', async () => {
  const { ownPasswords, aCoordinator, access, signIn, facts } = anAccess();
  const { token, session } = await aCoordinator();
  const elsewhere = expectEntered(await signIn('Claude'));
  const written: unknown[] = [];
  for (const kind of [deedDone, deedRefused]) facts.when(kind, ({ entry }) => void written.push(entry));
  expect(await ownPasswords.change(session, { password: 'faux', next })).toBe('refused');
  expect(await access.sessionFrom('token' in elsewhere ? elsewhere.token : '')).toMatchObject({
    pseudonym: 'Claude',
  });
  expect(await ownPasswords.change(session, { password, next })).toBe('changed');
  expect(await access.sessionFrom('token' in elsewhere ? elsewhere.token : '')).toBe('signed-out');
  expect(await access.sessionFrom(token)).toMatchObject({ pseudonym: 'Claude' });
  expect(await signIn('Claude')).toBe('refused');
  expect(expectEntered(await signIn('Claude', next))).toMatchObject({ pseudonym: 'Claude' });
  expect(written).toEqual(
    expect.arrayContaining([
      { did: 'sign-in-refused', to: session.account },
      { did: 'password-chosen', by: session.account },
    ]),
  );
});

it('[SP10] a PIN opens nothing after it', async () => {
  const { joins, registers, hasPin, byPin, own, ownPasswords } = await aPost();
  await joins('Ève', 'volunteer', own);
  const device = await registers();
  const session = await hasPin(device);
  expectEntered(await byPin(device));
  expect(await ownPasswords.change(session, { password, next })).toBe('changed');
  expect(await byPin(device, pin)).toBe('refused');
});

it('[SP10] what nobody could judge changes nothing, and guesses are slowed', async () => {
  const { ownPasswords, aCoordinator, passwords } = anAccess();
  const { session } = await aCoordinator();
  passwords.isBusy = true;
  expect(await ownPasswords.change(session, { password, next })).toBe('unavailable');
  passwords.isBusy = false;
  const said = [];
  for (let n = 0; n < 8; n += 1) said.push(await ownPasswords.change(session, { password: 'faux', next }));
  expect(said[0]).toBe('refused');
  expect(said.at(-1)).toBe('too-fast');
});
