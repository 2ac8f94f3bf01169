// Passkeys by WebAuthn: for our own origin and its host only, and with their owner verified each time (SF5).
import { Inject, Injectable } from '@nestjs/common';
import type { AccountId } from '@veille/domain';
import { CONFIG, type Config } from '../platform/config/config.js';
import type { PasskeyFactor } from './factor.store.js';
import { type Asked, type GivenAnswer, type GivenPasskey, Passkeys } from './passkeys.port.js';

/** Loaded by whoever uses a passkey first: it would be a fifth of what a node loads before anybody can come back to it. */
const webauthn = () => import('@simplewebauthn/server');

/** ECDSA with P-256, and RSA for the machines that have nothing else (COSE numbers). */
const supportedAlgorithmIDs = [-7, -257];

@Injectable()
export class WebauthnPasskeys extends Passkeys {
  readonly #origin: string;
  readonly #host: string;

  constructor(@Inject(CONFIG) { publicUrl }: Pick<Config, 'publicUrl'>) {
    super();
    ({ origin: this.#origin, hostname: this.#host } = new URL(publicUrl));
  }

  async askForNew(account: AccountId, pseudonym: string): Promise<Asked> {
    const { generateRegistrationOptions } = await webauthn();
    const options = await generateRegistrationOptions({
      rpName: 'Veille',
      rpID: this.#host,
      userName: pseudonym,
      userID: Uint8Array.from(Buffer.from(account)),
      attestationType: 'none', // which device it is does not concern us
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
      supportedAlgorithmIDs,
    });
    return { options };
  }

  async readNew(given: GivenPasskey, challenge: string): Promise<PasskeyFactor | 'wrong'> {
    const { verifyRegistrationResponse } = await webauthn();
    const read = await verifyRegistrationResponse({
      response: given,
      expectedChallenge: challenge,
      expectedOrigin: this.#origin,
      expectedRPID: this.#host,
      requireUserVerification: true,
      supportedAlgorithmIDs,
    }).catch(notWhatWasAsked);
    if (!read?.verified) return 'wrong';
    const { id, publicKey, counter } = read.registrationInfo.credential;
    return {
      kind: 'passkey',
      id,
      publicKey: Buffer.from(publicKey).toString('base64url'),
      mark: counter,
      transports: given.response.transports,
    };
  }

  async askFor({ id, transports }: PasskeyFactor): Promise<Asked> {
    const { generateAuthenticationOptions } = await webauthn();
    const options = await generateAuthenticationOptions({
      rpID: this.#host,
      allowCredentials: [{ id, transports: [...transports] }],
      userVerification: 'required',
    });
    return { options };
  }

  async judge(
    given: GivenAnswer,
    passkey: PasskeyFactor,
    challenge: string,
  ): Promise<{ mark: number } | 'wrong'> {
    if (given.id !== passkey.id) return 'wrong';
    const publicKey = Uint8Array.from(Buffer.from(passkey.publicKey, 'base64url'));
    const { verifyAuthenticationResponse } = await webauthn();
    const judged = await verifyAuthenticationResponse({
      response: given,
      expectedChallenge: challenge,
      expectedOrigin: this.#origin,
      expectedRPID: this.#host,
      credential: { id: passkey.id, publicKey, counter: passkey.mark },
      requireUserVerification: true,
    }).catch(notWhatWasAsked);
    return judged?.verified ? { mark: judged.authenticationInfo.newCounter } : 'wrong';
  }
}

/** The library throws at all that was not asked like this; it does no more than compute. */
const notWhatWasAsked = () => undefined;
