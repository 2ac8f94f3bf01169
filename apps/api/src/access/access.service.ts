// Who is here: a session says whose it is, for as long as its account may enter.
import { Injectable } from '@nestjs/common';
import {
  type Account,
  type AccountId,
  type AssociationId,
  type Assurance,
  type AtPost,
  type AuditEntry,
  dayIn,
  type Device,
  type OnPage,
  type Standing,
} from '@veille/domain';
import { deedDone, deedRefused } from '../audit/audit.facts.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { AccessStore } from './access.store.js';
import type { Signed } from './session.store.js';
import { shutOut, standingChanged } from './session.facts.js';
import { StaffStore } from './staff.store.js';
import { SessionService } from './session.service.js';

/** Somebody who is signed in, as every face needs to know them. `id` names the session and opens nothing. */
export type Session = Standing & {
  readonly id: string;
  readonly account: AccountId;
  readonly pseudonym: string;
  readonly assurance: Assurance;
  /** At which post's device it was begun, if at one: it listens from that post and no other place (PD3). */
  readonly at?: AtPost;
};

/** What of an account its own page is told. */
export type Known = Standing & Pick<Account, 'pseudonym'>;
/** `token` is for the browser's cookie alone. */
export type Entered = Known & { readonly token: string; readonly assurance: Assurance };

/** The tokens a browser came with. `former`: of its session, which is over once another is given; `device`: of the post it is at. */
export type Bearing = { readonly former: string | undefined; readonly device?: string | undefined };
export type Entering<Asked> = Bearing & { readonly asked: Asked };

type Opening = {
  readonly former: string | undefined;
  readonly assurance: Assurance;
  readonly at?: AtPost | undefined;
  readonly did?: 'signed-in' | 'account-made';
};

export type Who = { readonly pseudonym: string; readonly password: string };

export const knownOf = ({ pseudonym, role, association, post }: Known): Known => ({
  pseudonym,
  role,
  association,
  ...(post !== undefined && { post }),
});

@Injectable()
export class AccessService {
  constructor(
    private readonly store: AccessStore,
    private readonly sessions: SessionService,
    private readonly facts: Facts,
    private readonly staff: StaffStore,
    private readonly clock: Clock,
  ) {}

  /** Whoever proved who they are is signed in, with a new token (AC10). `did`: how they did, as the audit says it. */
  async enter(account: Account, { did = 'signed-in', ...opening }: Opening): Promise<Entered> {
    const { assurance } = opening;
    const token = await this.sessions.open(account.id, opening);
    this.note(account.association, { did, by: account.id, what: [account.role] });
    return { token, assurance, ...knownOf(account) };
  }

  /** Staff did something: it is written down, and nobody waits for it (AU6). */
  note(association: AssociationId, entry: AuditEntry): void {
    this.facts.state(deedDone, { association, entry });
  }

  /** Something was refused that strangers can cause, too: it is written down seldom (AU5). */
  noteRefused(association: AssociationId, entry: AuditEntry): void {
    this.facts.state(deedRefused, { association, entry });
  }

  /** Of whoever may do more than enrol a factor: every door but that one asks here (SF3). */
  async sessionFrom(token: string | undefined, on?: OnPage): Promise<Session | 'signed-out'> {
    const session = await this.anySessionFrom(token, on);
    return session === 'signed-out' || session.assurance === 'enrols' ? 'signed-out' : session;
  }

  /** The same, and of who may do nothing else yet. */
  async anySessionFrom(token: string | undefined, on?: OnPage): Promise<Session | 'signed-out'> {
    const found = await this.sessions.find(token, on);
    if (found === 'signed-out') return 'signed-out';
    const account = await this.store.account(found.account);
    if (!account || account.suspended) return 'signed-out';
    await this.#seen(account);
    return { ...found, ...knownOf(account) };
  }

  /** Whose account it is; `undefined` when there is none any more. */
  async associationOf(id: AccountId): Promise<AssociationId | undefined> {
    return (await this.store.account(id))?.association;
  }

  /** What a colleague calls this account; `undefined` when there is none, or it is suspended. */
  async pseudonymOf(id: AccountId): Promise<string | undefined> {
    const account = await this.store.account(id);
    return account?.suspended === false ? account.pseudonym : undefined;
  }

  /** A socket of this session is connected: call it now and then, and close the socket when it is over, or may not be here (AC9, SP9). */
  async touch({ id }: Pick<Session, 'id'>, on?: OnPage): Promise<Standing | 'signed-out'> {
    const found = await this.sessions.see(id, on);
    if (found === 'signed-out') return 'signed-out';
    const account = await this.store.account(found.account);
    if (!account || account.suspended) return 'signed-out';
    await this.#seen(account);
    return account;
  }

  /** To the day, for who runs the staff: accounts nobody uses any more are a door nobody watches. */
  async #seen({ id, seenOn }: Account): Promise<void> {
    const today = dayIn('UTC', this.clock.now());
    if (seenOn !== today) await this.staff.seen(id, today);
  }

  /** On every other page: who stays here has just shown who they are. No PIN is left either (SP10). */
  async signOutElsewhere({ account, id }: Session): Promise<void> {
    await this.sessions.endAllBut(account, id);
  }

  /** What they may do changed, whoever they are signed in as meanwhile. */
  standsElsewhere(account: AccountId): void {
    this.facts.state(standingChanged, { account });
  }

  /** On every page of every browser, within two seconds (AC17). */
  async signOutEverywhere({ id: account, association }: Pick<Account, 'id' | 'association'>): Promise<void> {
    await this.sessions.endAll(account);
    this.facts.state(shutOut, { account, association });
  }

  async sessionsOf({ account }: Session): Promise<Signed[]> {
    return this.sessions.of(account);
  }

  async isOn({ id }: Session, device: Device): Promise<void> {
    await this.sessions.isOn(id, device);
  }

  /** One of one's own sessions by its id, or the `others`. */
  async endSession({ id, account, association }: Session, which: string): Promise<'ended' | 'refused'> {
    const said =
      which === 'others'
        ? await this.sessions.endOthers(account, id)
        : await this.sessions.endOne(account, which);
    if (said === 'ended') this.note(association, { did: 'sessions-ended', by: account });
    return said;
  }

  async signOut(token: string | undefined): Promise<void> {
    await this.sessions.end(token);
  }
}
