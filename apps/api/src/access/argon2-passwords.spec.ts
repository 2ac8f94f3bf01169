// Real Argon2id: what is kept of a password, and that nobody's costs as much as somebody's.
import { expect, it } from '@jest/globals';
import { Argon2Passwords } from './argon2-passwords.js';

async function sealed(passwords: Argon2Passwords, password: string): Promise<string> {
  const kept = await passwords.seal(password);
  if (kept === 'unavailable') throw new Error('nobody else is here');
  return kept.sealed;
}

it('[AC6] a password is kept as Argon2id with the parameters OWASP asks for', async () => {
  const passwords = new Argon2Passwords();
  expect(await sealed(passwords, 'une phrase')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

it('[AC6] two people with one password are not seen to share it', async () => {
  const passwords = new Argon2Passwords();
  expect(await sealed(passwords, 'une phrase')).not.toBe(await sealed(passwords, 'une phrase'));
});

it('[AC7] the right password matches, a wrong one differs, and nobody has any', async () => {
  const passwords = new Argon2Passwords();
  const kept = await sealed(passwords, 'une phrase');
  expect(await passwords.matches('une phrase', kept)).toBe('matches');
  expect(await passwords.matches('une phrasé', kept)).toBe('differs');
  expect(await passwords.matches('une phrase', undefined)).toBe('differs');
});

it('[AC6] an accent typed in two strokes is the same password', async () => {
  const passwords = new Argon2Passwords();
  expect(await passwords.matches('e\u0301toile', await sealed(passwords, '\u00e9toile'))).toBe('matches');
});

it('[AC6] of thirty at once, two run and twenty wait; the rest is told to come back', async () => {
  const passwords = new Argon2Passwords();
  const said = await Promise.all(Array.from({ length: 30 }, () => passwords.matches('faux', undefined)));
  expect(said.filter((word) => word === 'differs')).toHaveLength(22);
  expect(said.filter((word) => word === 'unavailable')).toHaveLength(8);
});
