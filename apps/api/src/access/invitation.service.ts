// Invitations: a link that one person turns into an account, once; the first of all makes the first coordinator.
import { Injectable } from '@nestjs/common';
import { type Duration, firstAssociation, invitationLasts, may, type Role } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { AccessService, type Entered, type Entering, type Session, type Who } from './access.service.js';
import { AccessStore } from './access.store.js';
import { Passwords } from './passwords.port.js';

export type Invited = { readonly token: string; readonly validFor: Duration };

@Injectable()
export class InvitationService {
  constructor(
    private readonly store: AccessStore,
    private readonly passwords: Passwords,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** The token of the first coordinator's invitation, new at every call, while there is no account (AC12). */
  async first(): Promise<string | undefined> {
    const now = this.clock.now();
    const made = await this.store.inviteFirst(
      { association: firstAssociation.id, role: 'coordinator', standsUntil: now + invitationLasts },
      now,
    );
    return made === 'not-first' ? undefined : made.token;
  }

  async invite({ account, association, role: by }: Session, role: Role): Promise<Invited | 'not-allowed'> {
    if (!may(by, `invite-${role}`)) return 'not-allowed';
    const now = this.clock.now();
    const token = await this.store.invite(
      { association, role, by: account, standsUntil: now + invitationLasts },
      now,
    );
    return { token, validFor: invitationLasts };
  }

  async accept({
    asked: { invitation, pseudonym, password },
    former,
  }: Entering<Who & { invitation: string }>): Promise<Entered | 'refused' | 'taken' | 'unavailable'> {
    // Looked at before anything slow is done: a forged link costs us nothing.
    if (!(await this.store.invitation(invitation, this.clock.now()))) return 'refused';
    const kept = await this.passwords.seal(password);
    if (kept === 'unavailable') return 'unavailable';
    const now = this.clock.now();
    const newcomer = { pseudonym, sealed: kept.sealed, createdAt: now };
    const account = await this.store.accept(invitation, newcomer, now);
    return account === 'refused' || account === 'taken' ? account : this.access.enter(account, former);
  }
}
