// Who may enter: invitations become accounts, a pseudonym and a password become a session, and a session says who it is.
import { Injectable } from '@nestjs/common';
import {
  type Account,
  type AccountId,
  type AssociationId,
  type Duration,
  firstAssociation,
  invitationLasts,
  may,
  type Role,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { AccessStore } from './access.store.js';
import { GuessingService, type Name } from './guessing.service.js';
import { Passwords } from './passwords.port.js';
import { SessionService } from './session.service.js';

/** Somebody who is signed in, as every face needs to know them. `id` names the session and opens nothing. */
export type Session = {
  readonly id: string;
  readonly account: AccountId;
  readonly pseudonym: string;
  readonly role: Role;
  readonly association: AssociationId;
};
/** `token` is for the browser's cookie alone. */
export type Entered = { readonly token: string; readonly pseudonym: string; readonly role: Role };
export type Invited = { readonly token: string; readonly validFor: Duration };

type Who = { readonly pseudonym: string; readonly password: string };
/** `former`: the token this browser came with, if any; it is over once another is given. */
type Entering<Asked> = { readonly asked: Asked; readonly former: string | undefined };

@Injectable()
export class AccessService {
  constructor(
    private readonly store: AccessStore,
    private readonly passwords: Passwords,
    private readonly guessing: GuessingService,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  /** The token of the first coordinator's invitation, new at every call, while there is no account (AC12). */
  async firstInvitation(): Promise<string | undefined> {
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
    return account === 'refused' || account === 'taken' ? account : this.#enter(account, former);
  }

  /** A wrong name, a wrong password and a suspended account are one word, after the same work (AC7). */
  async signIn({
    asked: { pseudonym, password },
    former,
  }: Entering<Who>): Promise<Entered | 'refused' | 'too-fast' | 'unavailable'> {
    // One installation serves one association for now: everybody signs in to the first.
    const name = { association: firstAssociation.id, pseudonym };
    if (this.guessing.begin(name) === 'too-fast') return 'too-fast';
    const judged = await this.#judge(name, password).catch((outage: unknown) => {
      this.guessing.wasNotJudged(name);
      throw outage;
    });
    if (judged === 'unavailable') this.guessing.wasNotJudged(name);
    if (judged === 'unavailable' || judged === 'refused') return judged;
    this.guessing.wasRight(name);
    return this.#enter(judged, former);
  }

  async sessionFrom(token: string | undefined): Promise<Session | 'signed-out'> {
    const found = await this.sessions.find(token);
    if (found === 'signed-out') return 'signed-out';
    const account = await this.store.account(found.account);
    if (!account || account.suspended) return 'signed-out';
    const { pseudonym, role, association } = account;
    return { id: found.id, account: account.id, pseudonym, role, association };
  }

  /** What a colleague calls this account; `undefined` when there is none, or it is suspended. */
  async pseudonymOf(id: AccountId): Promise<string | undefined> {
    const account = await this.store.account(id);
    return account?.suspended === false ? account.pseudonym : undefined;
  }

  /** A socket of this session is connected: call it now and then, and close the socket at `signed-out` (AC9). */
  async touch({ id }: Pick<Session, 'id'>): Promise<'signed-in' | 'signed-out'> {
    const found = await this.sessions.see(id);
    if (found === 'signed-out') return 'signed-out';
    const account = await this.store.account(found.account);
    return !account || account.suspended ? 'signed-out' : 'signed-in';
  }

  async signOut(token: string | undefined): Promise<void> {
    await this.sessions.end(token);
  }

  async #judge(
    { association, pseudonym }: Name,
    password: string,
  ): Promise<Account | 'refused' | 'unavailable'> {
    const found = await this.store.credentials(association, pseudonym);
    const answer = await this.passwords.matches(password, found?.sealed);
    if (answer === 'unavailable') return answer;
    return answer === 'matches' && found && !found.account.suspended ? found.account : 'refused';
  }

  async #enter({ id, pseudonym, role }: Account, former: string | undefined): Promise<Entered> {
    return { token: await this.sessions.open(id, former), pseudonym, role };
  }
}
