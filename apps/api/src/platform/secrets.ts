// Secrets a browser holds and the service does not: it keeps a digest, from which nobody comes back to the secret.
import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, in 43 characters that fit a link and a cookie. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 is enough: what has 256 random bits cannot be guessed, so it needs no slow hash. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** 128 random bits: a name that says nothing. */
export const newName = (): string => randomBytes(16).toString('base64url');

/** RFC 4648: no letter of it is taken for a figure. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** To be read and typed by a person: 5 random bits a letter. */
export const newCode = (letters: number): string =>
  Array.from(randomBytes(letters), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
