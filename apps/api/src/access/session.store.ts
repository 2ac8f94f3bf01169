// The port of sessions. A browser holds the token; what is kept knows it by a digest only, which is the session's id.
import type { AccountId, Duration, SignedIn } from '@veille/domain';

export type Signed = SignedIn & { readonly id: string };

export abstract class SessionStore {
  /** Answers the token, for the browser alone. Forgotten by itself after `keptFor`. */
  abstract open(session: SignedIn, keptFor: Duration): Promise<string>;
  /** The id of the session a token opens, if it opens one. */
  abstract idOf(token: string): string;
  abstract find(id: string): Promise<SignedIn | undefined>;
  /** Writes down that it was seen. A session that was ended meanwhile stays ended. */
  abstract renew(id: string, session: SignedIn, keptFor: Duration): Promise<'renewed' | 'over'>;
  /** The sessions of an account that hold, in no order. */
  abstract of(account: AccountId): Promise<Signed[]>;
  /** Of many who end it at once, one is told so. */
  abstract end(id: string, account: AccountId): Promise<'ended' | 'nothing-to-do'>;
}
