// The port of passkeys: what a browser is asked to sign, and whether what it signed is what was asked.
import type { AccountId } from '@veille/domain';
import type { PasskeyFactor } from './factor.store.js';

/** What a browser gives as JSON, as far as it is looked at. All in base64url. */
type Given<Response> = {
  readonly id: string;
  readonly rawId: string;
  readonly type: 'public-key';
  readonly clientExtensionResults: Record<never, never>;
  readonly response: Response;
};
export type GivenPasskey = Given<{ clientDataJSON: string; attestationObject: string; transports: string[] }>;
export type GivenAnswer = Given<{ clientDataJSON: string; authenticatorData: string; signature: string }>;

/** `options` are for the browser as they are. */
export type Asked = { readonly options: { readonly challenge: string } };

export abstract class Passkeys {
  abstract askForNew(account: AccountId, pseudonym: string): Promise<Asked>;
  /** `wrong`: of another origin, another challenge, without its owner verified, or no passkey at all. */
  abstract readNew(given: GivenPasskey, challenge: string): Promise<PasskeyFactor | 'wrong'>;
  abstract askFor(passkey: PasskeyFactor): Promise<Asked>;
  /** The passkey's own count after it; 0 from those that do not count. */
  abstract judge(
    given: GivenAnswer,
    passkey: PasskeyFactor,
    challenge: string,
  ): Promise<{ mark: number } | 'wrong'>;
}
