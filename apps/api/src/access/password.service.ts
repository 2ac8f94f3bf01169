// Changing one's own password: by who gives the present one; everything else that could let somebody in as them is over.
import { Injectable } from '@nestjs/common';
import { AccessService, type Session } from './access.service.js';
import { AccessStore } from './access.store.js';
import { GuessingService, type Source } from './guessing.service.js';
import { Passwords } from './passwords.port.js';
import { StaffStore } from './staff.store.js';

type Changing = { readonly password: string; readonly next: string; readonly from?: Source };

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
  async change(
    session: Session,
    { password, next, from }: Changing,
  ): Promise<'changed' | 'refused' | 'too-fast' | 'unavailable'> {
    const { account, association, pseudonym, at } = session;
    const guess = await this.guessing.begin({ association, pseudonym }, { ...from, device: at?.device });
    if (guess === 'too-fast') return guess;
    const judged = await this.#judge(session, password).catch(async (outage: unknown) => {
      await this.guessing.wasNotJudged(guess);
      throw outage;
    });
    if (judged === 'unavailable') await this.guessing.wasNotJudged(guess);
    if (judged !== 'matches') return judged;
    await this.guessing.wasRight(guess);
    const kept = await this.passwords.seal(next);
    if (kept === 'unavailable') return kept;
    if ((await this.staff.choosePassword(account, kept.sealed)) !== 'chosen') return 'refused';
    await this.access.signOutElsewhere(session);
    this.access.note(association, { did: 'password-chosen', by: account });
    return 'changed';
  }

  async #judge(
    { account, association, pseudonym }: Session,
    password: string,
  ): Promise<'matches' | 'refused' | 'unavailable'> {
    const found = await this.store.credentials(association, pseudonym);
    const kept = found && 'sealed' in found.proof ? found.proof.sealed : undefined;
    const answer = await this.passwords.matches(password, kept);
    if (answer !== 'differs') return answer;
    this.access.noteRefused(association, { did: 'sign-in-refused', to: account });
    return 'refused';
  }
}
