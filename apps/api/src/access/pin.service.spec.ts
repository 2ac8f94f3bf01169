// PINs: chosen by who gave more, good at one device, and telling nobody who has one.
import { expect, it } from '@jest/globals';
import { hours } from '@veille/domain';
import { expectEntered, password } from '../../test/harness/an-access.js';
import { aPost, pin } from '../../test/harness/a-post.js';

it('[PD3] a PIN is chosen by who gave more than one, and opens this device alone', async () => {
  const { joins, registers, hasPin, byPin, own, sessionOf, pins, dids } = await aPost();
  await joins('Ève', 'volunteer', own);
  const [device, other] = [await registers(), await registers()];
  await hasPin(device);
  const entered = expectEntered(await byPin(device));
  const session = await sessionOf(entered.token);
  expect(session).toMatchObject({ pseudonym: 'Ève', assurance: 'at-post', at: { post: own, by: 'pin' } });
  for (const elsewhere of [other, undefined, 'A'.repeat(43)]) expect(await byPin(elsewhere)).toBe('refused');
  expect(await pins.choose(session, '314159')).toBe('not-allowed');
  expect(await pins.of(session)).toBe('used');
  await pins.forget(session);
  expect(await byPin(device)).toBe('refused');
  expect(dids()).toEqual(expect.arrayContaining(['pin-chosen', 'pin-dropped', 'pin-refused']));
});

it('[PD3] nobody chooses a PIN away from a device, or who may do more than listen', async () => {
  const { joins, registers, signIn, sessionOf, pins, claude } = await aPost();
  await joins('Ève', 'volunteer');
  await registers();
  const entered = expectEntered(await signIn('Ève'));
  const atHome = await sessionOf('token' in entered ? entered.token : '');
  for (const session of [atHome, claude]) {
    expect(await pins.choose(session, pin)).toBe('not-allowed');
    expect(await pins.of(session)).toBeUndefined();
  }
});

it('[PD4] a wrong PIN, none, and a name that is nobody’s are one word after the same work', async () => {
  const { joins, registers, hasPin, byPin, passwords, own, clock } = await aPost();
  for (const name of ['Ève', 'Paul']) await joins(name, 'volunteer', own);
  const device = await registers();
  await hasPin(device);
  const before = passwords.compared.length;
  for (const name of ['Ève', 'Paul', 'Personne']) {
    expect(await byPin(device, '000000', name)).toBe('refused');
    clock.advance(hours(1));
  }
  expect(passwords.compared.slice(before)).toEqual([expect.any(String), undefined, undefined]);
});

it('[PD5] after five wrong ones in a row the PIN is gone, it is written, and the password is asked', async () => {
  const { joins, registers, hasPin, byPin, signsInAt, own, clock, written } = await aPost();
  const { account } = await joins('Ève', 'volunteer', own);
  const device = await registers();
  await hasPin(device);
  const later = () => clock.advance(hours(1));
  for (const _ of [1, 2, 3, 4]) {
    later();
    expect(await byPin(device, '000000')).toBe('refused');
  }
  later();
  expectEntered(await byPin(device));
  for (const _ of [1, 2, 3, 4, 5]) {
    later();
    expect(await byPin(device, '000000')).toBe('refused');
  }
  expect(written).toContainEqual({ did: 'pin-dropped', of: own, to: account });
  later();
  expect(await byPin(device)).toBe('refused');
  expect(await signsInAt(device)).toMatchObject({ assurance: 'at-post' });
});

it('[PD4] guesses are slowed as those of passwords are, and what nobody could judge does not count', async () => {
  const { joins, registers, hasPin, byPin, passwords, own } = await aPost();
  await joins('Ève', 'volunteer', own);
  const device = await registers();
  await hasPin(device);
  passwords.isBusy = true;
  for (const _ of [1, 2, 3, 4, 5, 6, 7]) expect(await byPin(device)).toBe('unavailable');
  passwords.isBusy = false;
  for (const _ of [1, 2, 3]) expect(await byPin(device, '000000')).toBe('refused');
  expect(await byPin(device)).toBe('too-fast');
});

it('[PD7] who is suspended, or chooses another password, has no PIN any more', async () => {
  const { joins, registers, hasPin, byPin, staff, resets, claude, own } = await aPost();
  const { account } = await joins('Ève', 'volunteer', own);
  const device = await registers();
  await hasPin(device);
  await staff.suspend(claude, account);
  expect(await byPin(device)).toBe('refused');
  await staff.restore(claude, account);
  expect(await byPin(device)).toBe('refused');
  await hasPin(device);
  const opened = await staff.reset(claude, account);
  if (opened === 'not-allowed') throw new Error('no reset');
  await resets.accept({ asked: { reset: opened.token, password }, former: undefined });
  expect(await byPin(device)).toBe('refused');
});

it('[PD7] a PIN that is chosen in the moment its account is suspended is not left behind', async () => {
  const { joins, registers, signsInAt, byPin, staff, pins, claude, own, sessionOf } = await aPost();
  const { account } = await joins('Ève', 'volunteer', own);
  const device = await registers();
  const entered = expectEntered(await signsInAt(device));
  const session = await sessionOf('token' in entered ? entered.token : '');
  await staff.suspend(claude, account);
  expect(await pins.choose(session, pin)).toBe('not-allowed');
  await staff.restore(claude, account);
  expect(await byPin(device)).toBe('refused');
});
