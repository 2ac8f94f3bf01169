// Signing in: an association, a pseudonym and a password become a session. Whoever guesses learns nothing, and slowly.
import { Injectable } from '@nestjs/common';
import { type Account, type AssociationId, associationId, firstAssociation } from '@veille/domain';
import type { Entered, Entering, Who } from './access.service.js';
import { AccessStore } from './access.store.js';
import { EnteringService, type HalfIn } from './entering.service.js';
import { GuessingService, type Name } from './guessing.service.js';
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
    former,
  }: Entering<Asked>): Promise<Entered | HalfIn | 'refused' | 'too-fast' | 'unavailable'> {
    const name = { association: associationId(association), pseudonym };
    if (this.guessing.begin(name) === 'too-fast') return 'too-fast';
    const judged = await this.#judge(name, password).catch((outage: unknown) => {
      this.guessing.wasNotJudged(name);
      throw outage;
    });
    if (judged === 'unavailable') this.guessing.wasNotJudged(name);
    if (judged === 'unavailable' || judged === 'refused') return judged;
    this.guessing.wasRight(name);
    return this.entering.afterFirst(judged, { former });
  }

  /** By who the association's own provider says this is (SO6). */
  async signInAs({
    asked: { association, identity, isTwofold },
    former,
  }: Entering<KnownAs>): Promise<Entered | HalfIn | 'refused'> {
    const account = await this.store.known(association, identity);
    if (!account || account.suspended) return 'refused';
    return this.entering.afterFirst(account, { former, isTwofold });
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
