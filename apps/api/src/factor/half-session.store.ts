// The port of half sessions: the password was right, the factor is still to be given. Only a digest of its token is kept.
import type { AccountId, Duration, Instant } from '@veille/domain';

/** Each try is judged against these; all that is slowed is the one account. */
export type TryLimits = {
  readonly mostTries: number;
  /** By the number of wrong tries of the account, of all its half sessions. */
  readonly delays: readonly Duration[];
  readonly forgottenAfter: Duration;
};
/** `challenge`: the one made last for a passkey, which this try has taken with it. */
export type Trying = { readonly challenge: string | undefined };

export abstract class HalfSessionStore {
  /** Answers the token, for the browser alone. Forgotten by itself after `keptFor`. */
  abstract begin(account: AccountId, keptFor: Duration): Promise<string>;
  /** Whose half session this token opens, while it stands. */
  abstract account(token: string): Promise<AccountId | undefined>;
  /** For the next try, in place of the one before. */
  abstract keepChallenge(token: string, challenge: string): Promise<'kept' | 'over'>;
  /** Counts the try as wrong before it is judged; `too-fast` counts nothing. */
  abstract try(token: string, limits: TryLimits, now: Instant): Promise<Trying | 'over' | 'too-fast'>;
  /** The try was right: of many who say so at once, one is told `ended`. The account is slowed no more. */
  abstract end(token: string): Promise<'ended' | 'over'>;
}
