// Signing in: what is told to somebody who guesses, which is nothing.
import { expect, it } from '@jest/globals';
import { seconds } from '@veille/domain';
import { anAccess, expectEntered, password } from '../../test/harness/an-access.js';

it('[AC7] a pseudonym and its password open a session', async () => {
  const { aCoordinator, signIn, sessionOf } = anAccess();
  await aCoordinator('Ève');
  const { token } = expectEntered(await signIn(' eve'));
  expect(await sessionOf(token)).toMatchObject({ pseudonym: 'Ève', role: 'administrator' });
});

it('[AC7] a wrong password and an unknown name are one word, after the same work', async () => {
  const { aCoordinator, signIn, passwords } = anAccess();
  await aCoordinator('Ève');
  expect(await signIn('Ève', 'une autre phrase')).toBe('refused');
  expect(await signIn('Personne', 'une autre phrase')).toBe('refused');
  expect(passwords.compared).toEqual([expect.stringContaining('sealed:'), undefined]);
});

it('[TN2] an association that is not there is answered as an unknown name is, after the same work', async () => {
  const { aCoordinator, signIns, passwords } = anAccess();
  await aCoordinator('Ève');
  const enters = (association: string) =>
    signIns.signIn({ asked: { association, pseudonym: 'Ève', password }, former: undefined });
  for (const association of ['nulle-part', 'VEILLE', 'veille:x', ''])
    expect(await enters(association)).toBe('refused');
  expect(passwords.compared).toEqual([undefined, undefined, undefined, undefined]);
  expectEntered(await enters('veille'));
});

it.each(['Ève', 'Personne'])('[AC8] guessing at %s is slowed, known or not', async (pseudonym) => {
  const { aCoordinator, signIn, clock } = anAccess();
  await aCoordinator('Ève');
  const guess = () => signIn(pseudonym, 'faux');
  expect([await guess(), await guess(), await guess()]).toEqual(['refused', 'refused', 'refused']);
  expect(await guess()).toBe('too-fast');
  clock.advance(seconds(1));
  expect(await guess()).toBe('refused');
  clock.advance(seconds(1));
  expect(await guess()).toBe('too-fast');
  clock.advance(seconds(1));
  expect(await guess()).toBe('refused');
});

it('[AC8] a hundred guesses at once are not one', async () => {
  const { aCoordinator, signIn } = anAccess();
  await aCoordinator('Ève');
  const said = await Promise.all(Array.from({ length: 100 }, () => signIn('Ève', 'faux')));
  expect(said.filter((word) => word === 'refused')).toHaveLength(3);
  expect(said.filter((word) => word === 'too-fast')).toHaveLength(97);
});

it('[AC8] the right password while slowed is not looked at, and enters after the wait', async () => {
  const { aCoordinator, signIn, clock } = anAccess();
  await aCoordinator('Ève');
  for (const _ of [1, 2, 3]) await signIn('Ève', 'faux');
  expect(await signIn('Ève')).toBe('too-fast');
  clock.advance(seconds(1));
  expectEntered(await signIn('Ève'));
  expect(await signIn('Ève', 'faux')).toBe('refused');
});

it('[AC8] guesses at one name do not slow another', async () => {
  const { aCoordinator, signIn } = anAccess();
  await aCoordinator('Ève');
  for (const _ of [1, 2, 3, 4]) await signIn('Paul', 'faux');
  expectEntered(await signIn('Ève'));
});

it('[AC6] a guess nobody had the time to judge does not count', async () => {
  const { aCoordinator, signIn, passwords } = anAccess();
  await aCoordinator('Ève');
  passwords.isBusy = true;
  for (const _ of [1, 2, 3, 4, 5]) expect(await signIn('Ève')).toBe('unavailable');
  passwords.isBusy = false;
  expectEntered(await signIn('Ève'));
});

it('[AC8] a guess that was lost in an outage does not count', async () => {
  const { aCoordinator, signIn, passwords } = anAccess();
  await aCoordinator('Ève');
  passwords.isBroken = true;
  for (const _ of [1, 2, 3, 4, 5]) await expect(signIn('Ève')).rejects.toThrow('broken');
  passwords.isBroken = false;
  expectEntered(await signIn('Ève'));
});
