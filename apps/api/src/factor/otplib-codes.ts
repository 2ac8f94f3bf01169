// An app's codes by otplib, their secrets under the house's key of factors.
import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Instant, totp } from '@veille/domain';
import { generateSecret, generateURI, verify } from 'otplib';
import { seal, unseal } from '../platform/sealing.js';
import { newName } from '../platform/secrets.js';
import { Codes, type NewSecret, type SealedFor } from './codes.port.js';

/** Nest's token for the key of factors: 32 bytes. */
export const FACTOR_KEY = Symbol('the key of factors');

const issuer = 'Veille';
const inSeconds = (milliseconds: number): number => Math.floor(milliseconds / 1_000);

@Injectable()
export class OtplibCodes extends Codes {
  constructor(@Inject(FACTOR_KEY) private readonly key: Buffer) {
    super();
  }

  make(account: AccountId, pseudonym: string): NewSecret {
    const secret = generateSecret();
    const uri = generateURI({ issuer, label: pseudonym, secret });
    return { id: newName(), secret, uri, sealed: seal(secret, this.#under(account)) };
  }

  async stepOf(code: string, { account, sealed, after }: SealedFor, now: Instant): Promise<number | 'wrong'> {
    const secret = unseal(sealed, this.#under(account));
    if (secret === undefined) throw new Error('a secret that was not sealed for this account');
    const judged = await verify({
      secret,
      token: code,
      digits: totp.digits,
      period: inSeconds(totp.step),
      epoch: inSeconds(now),
      epochTolerance: inSeconds(totp.skew),
      ...(after !== undefined && { afterTimeStep: after }),
    });
    return judged.valid && 'timeStep' in judged ? judged.timeStep : 'wrong';
  }

  /** A secret that is moved to another account opens nothing there. */
  #under = (account: AccountId) => ({ purpose: `veille factor 1 ${account}`, key: this.key });
}
