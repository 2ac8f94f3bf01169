// One's own password, said again in an open session: it lets its owner choose another, or prove that it is they who sit there.
import { Injectable } from '@nestjs/common';
import type { AssociationId } from '@veille/domain';
import { AccessService, type Session } from './access.service.js';
import { AccessStore } from './access.store.js';
import { GuessingService, type Source } from './guessing.service.js';
import { Passwords } from './passwords.port.js';
import { StaffStore } from './staff.store.js';

export type Said = { readonly password: string; readonly from?: Source };
type Changing = Said & { readonly next: string };
type NotTheirs = 'refused' | 'too-fast' | 'unavailable';

@Injectable()
export class PasswordService {
  constructor(
    private readonly store: AccessStore,
    private readonly staff: StaffStore,
    private readonly passwords: Passwords,
    private readonly guessing: GuessingService,
    private readonly access: AccessService,
  ) {}

  /** This session goes on; the others, and every PIN, are over (SP10). */
  async change(session: Session, { next, ...said }: Changing): Promise<'changed' | NotTheirs> {
    const { account, association } = session;
    const proven = await this.prove(session, said);
    if (proven !== 'theirs') return proven;
    const kept = await this.passwords.seal(next);
    if (kept === 'unavailable') return kept;
    if ((await this.staff.choosePassword(account, kept.sealed)) !== 'chosen') return 'refused';
    await this.access.signOutElsewhere(session);
    this.access.note(association, { did: 'password-chosen', by: account });
    return 'changed';
  }

  /** Who enters by their association's provider has none here. */
  async isThere({ association, pseudonym }: Session): Promise<boolean> {
    return (await this.#kept(association, pseudonym)) !== undefined;
  }

  /** Judged, counted and slowed as a sign-in is (AC8). */
  async prove(session: Session, { password, from }: Said): Promise<'theirs' | NotTheirs> {
    const { association, pseudonym, at } = session;
    const guess = await this.guessing.begin({ association, pseudonym }, { ...from, device: at?.device });
    if (guess === 'too-fast') return guess;
    const judged = await this.#judge(session, password).catch(async (outage: unknown) => {
      await this.guessing.wasNotJudged(guess);
      throw outage;
    });
    if (judged === 'unavailable') await this.guessing.wasNotJudged(guess);
    if (judged !== 'matches') return judged;
    await this.guessing.wasRight(guess);
    return 'theirs';
  }

  async #judge(
    { account, association, pseudonym }: Session,
    password: string,
  ): Promise<'matches' | 'refused' | 'unavailable'> {
    const answer = await this.passwords.matches(password, await this.#kept(association, pseudonym));
    if (answer !== 'differs') return answer;
    this.access.noteRefused(association, { did: 'sign-in-refused', to: account });
    return 'refused';
  }

  async #kept(association: AssociationId, pseudonym: string): Promise<string | undefined> {
    const found = await this.store.credentials(association, pseudonym);
    return found && 'sealed' in found.proof ? found.proof.sealed : undefined;
  }
}
