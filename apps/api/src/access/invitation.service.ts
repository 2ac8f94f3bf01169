// Invitations: who may invite whom to where, and how an invitation becomes an account that is signed in.
import { Injectable } from '@nestjs/common';
import {
  type AssociationId,
  type Duration,
  firstAssociation,
  type Invitation,
  invitationLasts,
  may,
  type PlaceId,
  type Role,
  stillMay,
  type Touched,
} from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Entered, Entering, Session, Who } from './access.service.js';
import { AccessStore, type Proof } from './access.store.js';
import { type Coming, EnteringService, type HalfIn } from './entering.service.js';
import { Passwords } from './passwords.port.js';
import type { KnownAs } from './sign-in.service.js';

export type Invited = {
  readonly token: string;
  readonly association: AssociationId;
  readonly validFor: Duration;
};
/** One's own association and post, unless others are named. */
type Inviting = { readonly role: Role; readonly association?: AssociationId; readonly post?: PlaceId };
type Accepting = Who & { readonly invitation: string };

@Injectable()
export class InvitationService {
  constructor(
    private readonly store: AccessStore,
    private readonly associations: AssociationService,
    private readonly passwords: Passwords,
    private readonly entering: EnteringService,
    private readonly clock: Clock,
  ) {}

  /** The token of the first account's invitation, an administrator's, new at every call, while there is no account (AC12). */
  async first(): Promise<string | undefined> {
    const now = this.clock.now();
    const made = await this.store.inviteFirst(
      { association: firstAssociation.id, role: 'administrator', standsUntil: now + invitationLasts },
      now,
    );
    return made === 'not-first' ? undefined : made.token;
  }

  /** Out of reach and not there are one word: nobody learns what another association has (TN3). */
  async invite(by: Session, { role, ...named }: Inviting): Promise<Invited | 'not-allowed'> {
    const { association = by.association, post = by.post } = named;
    const where = { association, ...(post !== undefined && { post }) };
    if (!may(by, `invite-${role}`, where) || !(await this.#isThere(where))) {
      this.entering.access.noteRefused(by.association, {
        did: 'reach-refused',
        by: by.account,
        what: ['invited'],
      });
      return 'not-allowed';
    }
    const now = this.clock.now();
    const token = await this.store.invite(
      { ...where, role, by: by.account, standsUntil: now + invitationLasts },
      now,
    );
    this.#note(by, { role, ...where });
    return { token, association, validFor: invitationLasts };
  }

  async accept({
    asked: { invitation, pseudonym, password },
    ...bearing
  }: Entering<Accepting>): Promise<Entered | HalfIn | 'refused' | 'taken' | 'unavailable'> {
    // Looked at before anything slow is done: a forged link costs us nothing.
    if (!(await this.#good(invitation))) {
      // Of what is forged or over nobody knows whose it was: the first association's journal has it.
      this.entering.access.noteRefused(firstAssociation.id, { did: 'link-refused' });
      return 'refused';
    }
    const kept = await this.passwords.seal(password);
    if (kept === 'unavailable') return 'unavailable';
    return this.#become({ invitation, pseudonym, proof: kept }, bearing);
  }

  /** By who the provider of the very association that invites says this is, instead of a password (SO6). */
  async acceptAs({
    asked: { association, identity, isTwofold, invitation, pseudonym },
    ...bearing
  }: Entering<KnownAs & { invitation: string; pseudonym: string }>): Promise<
    Entered | HalfIn | 'refused' | 'taken'
  > {
    const shown = await this.#good(invitation);
    if (shown?.association !== association) {
      this.entering.access.noteRefused(association, { did: 'link-refused' });
      return 'refused';
    }
    return this.#become({ invitation, pseudonym, proof: { identity } }, { ...bearing, isTwofold });
  }

  /** While it stands, and while whoever made it may still invite so (AC4, AC23). */
  async #good(token: string): Promise<Invitation | undefined> {
    const invitation = await this.store.invitation(token, this.clock.now());
    if (invitation?.by === undefined) return invitation;
    const maker = await this.store.account(invitation.by);
    return stillMay(maker, `invite-${invitation.role}`, invitation) ? invitation : undefined;
  }

  async #become(
    { invitation, pseudonym, proof }: { invitation: string; pseudonym: string; proof: Proof },
    coming: Coming,
  ): Promise<Entered | HalfIn | 'refused' | 'taken'> {
    const now = this.clock.now();
    const account = await this.store.accept(invitation, { pseudonym, proof, createdAt: now }, now);
    // Somebody else took it, at this very moment.
    if (account === 'refused') this.entering.access.noteRefused(firstAssociation.id, { did: 'link-refused' });
    if (account === 'refused' || account === 'taken') return account;
    return this.entering.afterFirst(account, { ...coming, did: 'account-made' });
  }

  /** An administrator who invites into another association is named in their own audit only, which names not that other (TN7). */
  #note({ account, association: own }: Session, { role, association, post }: Touched & { role: Role }): void {
    const deed = { did: 'invited', what: [role] } as const;
    if (association !== own) this.entering.access.note(association, deed);
    const of = association === own ? post : undefined;
    this.entering.access.note(own, { ...deed, by: account, ...(of !== undefined && { of }) });
  }

  async #isThere({ association, post }: Touched): Promise<boolean> {
    if (post !== undefined) return (await this.associations.posts(association)).some(({ id }) => id === post);
    return (await this.associations.association(association)) !== 'no-such-association';
  }
}
