// The second factor: what a sign-in needs besides a password, how long each of its steps stands, and which codes are good.
import type { Assurance, Role } from './access.js';
import { delayAfter, guessesForgottenAfter } from './guessing.js';
import { type Duration, minutes, seconds } from './time.js';

export type FactorKind = 'passkey' | 'totp';

/** Without a factor one listens at a post's own device, and does nothing else (SF3). */
export function assuranceOf(entering: { role: Role; gaveFactor: boolean; atPost: boolean }): Assurance {
  if (entering.gaveFactor) return 'whole';
  return entering.role === 'volunteer' && entering.atPost ? 'at-post' : 'enrols';
}

/**
 * Whether the password is asked for before a first factor: of everybody but who is still on the way in, where it was said
 * or chosen this very time. An open session proves that somebody came in, not who sits there now (SF14).
 */
export const saysPasswordFirst = (assurance: Assurance): boolean => assurance !== 'enrols';

/** Between the right password and the factor (SF1). */
export const halfSession = { lasts: minutes(5), mostTries: 5 } as const;

/** An app has to be installed first, and by somebody who never did (SF9). */
export const enrolmentLasts: Duration = minutes(30);

/** RFC 6238: codes of six digits, a new one every 30 seconds; one early or one late is good (SF4). */
export const totp = { digits: 6, step: seconds(30), skew: seconds(30) } as const;

export const recoveryCodes = 8;

/**
 * The wait before the next try, by the wrong ones before it; the last holds for all that follow. They slow as wrong
 * passwords do (SF6), but are counted for all nodes together: six digits are sooner guessed than a password.
 */
export const factorDelays: readonly Duration[] = Array.from({ length: 10 }, (_, wrong) => delayAfter(wrong));
export const wrongFactorsForgottenAfter: Duration = guessesForgottenAfter;
