// Recovery codes: for the day the factor is lost. Each has 80 random bits, so its digest gives nothing away.
import { randomBytes } from 'node:crypto';
import { recoveryCodes } from '@veille/domain';

/** RFC 4648: no letter of it is taken for a figure. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const LETTERS = 16;

export const newRecoveryCodes = (): string[] => Array.from({ length: recoveryCodes }, newRecoveryCode);

const newRecoveryCode = (): string =>
  Array.from(randomBytes(LETTERS), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
