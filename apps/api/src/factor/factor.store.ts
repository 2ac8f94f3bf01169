// The port of second factors: one for each account, and its recovery codes. Nothing in it shows a secret or a code.
import type { AccountId } from '@veille/domain';

/** `id` is another for every enrolment. `mark` only grows: the last step of an app's codes, or a passkey's own count. */
type Named = { readonly id: string; readonly mark: number };
/** `sealed`: the secret, under the house's key of factors. */
export type TotpFactor = Named & { readonly kind: 'totp'; readonly sealed: string };
/** `id` is the credential's own, `publicKey` in base64url. */
export type PasskeyFactor = Named & {
  readonly kind: 'passkey';
  readonly publicKey: string;
  readonly transports: readonly string[];
};
export type Factor = TotpFactor | PasskeyFactor;
export type Held = { readonly factor: Factor; readonly recoveryLeft: number };

export abstract class FactorStore {
  abstract of(account: AccountId): Promise<Held | undefined>;
  /** In place of the factor and the codes before, which open nothing any more. Answers new codes, for the browser alone. */
  abstract put(account: AccountId, factor: Factor): Promise<string[]>;
  /**
   * Of any number at once that use one mark, one does. `again`: this mark, or a later one, was used before.
   * `gone`: that factor is not the account's any more.
   */
  abstract use(account: AccountId, factor: Pick<Factor, 'id' | 'mark'>): Promise<'used' | 'again' | 'gone'>;
  /** Each code once. `left` are good still. */
  abstract spend(account: AccountId, code: string): Promise<{ left: number } | 'unknown'>;
  /** Other codes in place of those there were, which open nothing any more. `gone`: there is no factor they would go with. */
  abstract renewCodes(account: AccountId): Promise<string[] | 'gone'>;
  abstract remove(account: AccountId): Promise<'removed' | 'nothing-to-do'>;
}
