// Signing in: what is told to somebody who guesses, which is nothing.
import { expect, it } from '@jest/globals';
import { hours, minutes, mostGuesses, networkId, seconds } from '@veille/domain';
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
  clock.advance(seconds(30));
  expect(await guess()).toBe('refused');
  clock.advance(minutes(2) - 1);
  expect(await guess()).toBe('too-fast');
  clock.advance(1);
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
  clock.advance(seconds(30));
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

const from = (network: string, browser?: string) => ({ from: { networks: [networkId(network)], browser } });

it('[AC18] a stranger who guesses from one network keeps nobody out who comes from another', async () => {
  const { aCoordinator, signIn, clock } = anAccess();
  await aCoordinator('Ève');
  for (let minute = 0; minute < 180; minute += 1) {
    await signIn('Ève', 'faux', from('theirs'));
    clock.advance(minutes(1));
  }
  expect(await signIn('Ève', undefined, from('theirs'))).toBe('too-fast');
  expectEntered(await signIn('Ève', undefined, from('hers')));
});

it.each(['Ève', 'Personne'])(
  '[AC18] of what comes from everywhere, %s’s name is looked at ten times an hour',
  async (pseudonym) => {
    const { aCoordinator, signIn, passwords, clock } = anAccess();
    await aCoordinator('Ève');
    for (let n = 0; n < 600; n += 1) {
      await signIn(pseudonym, 'faux', from(`network ${n}`));
      clock.advance(seconds(6) - 1);
    }
    expect(passwords.compared).toHaveLength(mostGuesses.count);
    clock.advance(hours(1));
    expect(await signIn(pseudonym, 'faux', from('one more'))).toBe('refused');
  },
);

it('[AC19] a browser one signed in with is not slowed by what strangers do, from wherever', async () => {
  const { aCoordinator, signIn, signIns } = anAccess();
  await aCoordinator('Ève');
  expectEntered(await signIn('Ève'));
  const browser = await signIns.knows({ pseudonym: 'ève' });
  for (let n = 0; n < 40; n += 1) await signIn('Ève', 'faux', from(`network ${n}`));
  expect(await signIn('Ève', undefined, from('hers'))).toBe('too-fast');
  expectEntered(await signIn('Ève', undefined, from('hers', browser)));
});

it('[AC19] a browser that is known for one name is a stranger’s for another, and guesses no faster for its own', async () => {
  const { aCoordinator, signIn, signIns, passwords } = anAccess();
  await aCoordinator('Ève');
  const browser = await signIns.knows({ pseudonym: 'Paul' });
  for (let n = 0; n < 40; n += 1) await signIn('Ève', 'faux', from('theirs', browser));
  expect(passwords.compared).toHaveLength(3);
  for (let n = 0; n < 40; n += 1) await signIn('Paul', 'faux', from(`network ${n}`, browser));
  expect(passwords.compared).toHaveLength(6);
});

it('[AC18] a crowd behind one network that tries ever new names is slowed as a whole', async () => {
  const { aCoordinator, signIn, passwords } = anAccess();
  await aCoordinator('Ève');
  for (let n = 0; n < 1_000; n += 1) await signIn(`inconnu ${n}`, 'faux', from('theirs'));
  expect(passwords.compared.length).toBeLessThan(100);
  expectEntered(await signIn('Ève', undefined, from('hers')));
});
