// The port of an app's codes (TOTP, RFC 6238): their secrets sealed for one account, and which step a code is of.
import type { AccountId, Instant } from '@veille/domain';

/** `secret` in base32, 160 bits; `uri` is what a picture of it says to an app. Neither is kept: `sealed` is. */
export type NewSecret = {
  readonly id: string;
  readonly secret: string;
  readonly uri: string;
  readonly sealed: string;
};
/** `after`: the step of the last code used. */
export type SealedFor = { readonly account: AccountId; readonly sealed: string; readonly after?: number };

export abstract class Codes {
  abstract make(account: AccountId, pseudonym: string): NewSecret;
  /** The step of a code that is good now, and later than the last one used (SF4). */
  abstract stepOf(code: string, secret: SealedFor, now: Instant): Promise<number | 'wrong'>;
}
