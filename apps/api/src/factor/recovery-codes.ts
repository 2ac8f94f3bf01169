// Recovery codes: for the day the factor is lost. Each has 80 random bits, so its digest gives nothing away.
import { recoveryCodes } from '@veille/domain';
import { newCode } from '../platform/secrets.js';

const LETTERS = 16;

export const newRecoveryCodes = (): string[] => Array.from({ length: recoveryCodes }, () => newCode(LETTERS));
