// Guessing at an account: whoever is wrong waits longer each time, and all strangers together get few answers an hour; yet who
// guesses from one network keeps nobody out who comes from another, or with a browser their account was opened in before.
import { type Duration, hours, type Instant, seconds } from './time.js';

const freeGuesses = 3;
const longestDelay = hours(1);
/** After so long without a wrong guess, nothing of them is remembered. */
export const guessesForgottenAfter: Duration = hours(1);

/** Each wrong guess past the first few makes the wait four times as long: seven in an hour, then one an hour (AC8). */
export const delayAfter = (wrongGuesses: number): Duration =>
  wrongGuesses < freeGuesses ? 0 : Math.min(seconds(30) * 4 ** (wrongGuesses - freeGuesses), longestDelay);

/** By the wrong guesses before it; the last holds for all that follow. */
export const guessDelays: readonly Duration[] = Array.from({ length: 9 }, (_, wrong) => delayAfter(wrong));

/** So many guesses at one account are looked at in any such time, from wherever strangers make them (AC18). */
export const mostGuesses = { count: 10, within: hours(1) } as const;

/** A browser somebody signed in with is known again for so long (AC19). */
export const browserKnownFor: Duration = hours(24) * 90;

/** What one source did: `wrong` in a row, the last of them when; and what all of them did, the newest first. */
export type Guesses = {
  readonly wrong: number;
  readonly last: Instant;
  readonly ofAll: readonly Instant[];
};

/** The same rule for a password, a PIN, and whatever else can be guessed at. */
export function mayGuess({ wrong, last, ofAll }: Guesses, now: Instant): boolean {
  const isForgotten = now >= last + guessesForgottenAfter;
  if (!isForgotten && now < last + delayAfter(wrong)) return false;
  return ofAll.filter((at) => at > now - mostGuesses.within).length < mostGuesses.count;
}
