// Choosing another password: by a link that somebody who runs the staff made, once, within 72 hours.
import { Injectable } from '@nestjs/common';
import { firstAssociation, stillMayRun } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { AccessService, type Entered, type Entering } from './access.service.js';
import { EnteringService, type HalfIn } from './entering.service.js';
import { Passwords } from './passwords.port.js';
import { StaffStore } from './staff.store.js';

type Choosing = { readonly reset: string; readonly password: string };

@Injectable()
export class ResetService {
  constructor(
    private readonly store: StaffStore,
    private readonly passwords: Passwords,
    private readonly access: AccessService,
    private readonly entering: EnteringService,
    private readonly clock: Clock,
  ) {}

  /** Every session and the factor there were are over; whoever chose begins anew, unless they, or who made the link, may not (SP5, AC23). */
  async accept({
    asked: { reset, password },
    ...bearing
  }: Entering<Choosing>): Promise<Entered | HalfIn | 'refused' | 'unavailable'> {
    // Looked at before anything slow is done: a forged link costs us nothing.
    const found = await this.store.reset(reset, this.clock.now());
    if (!found || found.account.suspended || !stillMayRun(found.maker, found.account)) return this.#refused();
    const { account } = found;
    const kept = await this.passwords.seal(password);
    if (kept === 'unavailable') return kept;
    const chosen = { account: account.id, sealed: kept.sealed, now: this.clock.now() };
    if ((await this.store.acceptReset(reset, chosen)) === 'refused') return this.#refused();
    await this.access.signOutEverywhere(account);
    this.access.note(account.association, { did: 'password-chosen', by: account.id });
    return this.entering.anew(account, bearing);
  }

  #refused(): 'refused' {
    // Of what is forged or over nobody knows whose it was: the first association's journal has it.
    this.access.noteRefused(firstAssociation.id, { did: 'link-refused' });
    return 'refused';
  }
}
