// Signing in: an association, a pseudonym and a password become a session. Whoever guesses learns nothing, and slowly.
import { Injectable } from '@nestjs/common';
import { type Account, type AssociationId, associationId, firstAssociation } from '@veille/domain';
import type { Entered, Entering, Who } from './access.service.js';
import { AccessStore } from './access.store.js';
import { EnteringService, type HalfIn } from './entering.service.js';
import { GuessingService, type Name, type Source } from './guessing.service.js';
import { Passwords } from './passwords.port.js';

/** `association`: as the page's address names it; the first where it names none. */
type Asked = Who & { readonly association?: string };
/** `identity`: a digest of what the association's provider calls them. */
export type KnownAs = {
  readonly association: AssociationId;
  readonly identity: string;
  readonly isTwofold: boolean;
};

@Injectable()
export class SignInService {
  constructor(
    private readonly store: AccessStore,
    private readonly passwords: Passwords,
    private readonly guessing: GuessingService,
    private readonly entering: EnteringService,
  ) {}

  /**
   * A wrong name, a wrong password, an association that is not there and a suspended account are one word, after the
   * same work (AC7, TN2).
   */
  async signIn({
    asked: { association = firstAssociation.id, pseudonym, password },
    from,
    ...bearing
  }: Entering<Asked> & { from?: Source }): Promise<
    Entered | HalfIn | 'refused' | 'too-fast' | 'unavailable'
  > {
    const name = { association: associationId(association), pseudonym };
    // Whoever sits at a post's own device is none of the strangers of its network (AC19).
    const device = await this.entering.deviceAt(bearing.device);
    const guess = await this.guessing.begin(name, { ...from, device: device?.id });
    if (guess === 'too-fast') return guess;
    const judged = await this.#judge(name, password).catch(async (outage: unknown) => {
      await this.guessing.wasNotJudged(guess);
      throw outage;
    });
    if (judged === 'unavailable') await this.guessing.wasNotJudged(guess);
    if (judged === 'unavailable' || judged === 'refused') return judged;
    await this.guessing.wasRight(guess);
    return this.entering.afterFirst(judged, bearing);
  }

  /** They have just entered with this browser, which strangers cannot slow from now on (AC19). Gives what its cookie shall hold. */
  knows({ association = firstAssociation.id, pseudonym }: Omit<Asked, 'password'>, browser?: string) {
    return this.guessing.know({ association: associationId(association), pseudonym }, browser);
  }

  /** By who the association's own provider says this is (SO6). */
  async signInAs({
    asked: { association, identity, isTwofold },
    ...bearing
  }: Entering<KnownAs>): Promise<Entered | HalfIn | 'refused'> {
    const account = await this.store.known(association, identity);
    if (!account || account.suspended) {
      const to = account && { to: account.id };
      this.entering.access.noteRefused(association, { did: 'sign-in-refused', ...to });
      return 'refused';
    }
    return this.entering.afterFirst(account, { ...bearing, isTwofold });
  }

  async #judge(
    { association, pseudonym }: Name,
    password: string,
  ): Promise<Account | 'refused' | 'unavailable'> {
    const found = await this.store.credentials(association, pseudonym);
    const kept = found && 'sealed' in found.proof ? found.proof.sealed : undefined;
    const answer = await this.passwords.matches(password, kept);
    if (answer === 'unavailable') return answer;
    if (answer === 'matches' && found && !found.account.suspended) return found.account;
    this.entering.access.noteRefused(association, {
      did: 'sign-in-refused',
      ...(found && { to: found.account.id }),
    });
    return 'refused';
  }
}
