// Running an association's staff: who may enter is listed, suspended, removed and helped to another password, by who may.
import { Injectable } from '@nestjs/common';
import {
  type Account,
  type AccountId,
  type AssociationId,
  type Audited,
  type Duration,
  mayRun,
  resetLasts,
} from '@veille/domain';
import { FactorService } from '../factor/factor.service.js';
import { Clock } from '../platform/clock/clock.js';
import { AccessService, type Session } from './access.service.js';
import { AccessStore } from './access.store.js';
import { type Member, StaffStore } from './staff.store.js';

export type Opened = { readonly token: string; readonly account: Account; readonly validFor: Duration };
type Unchanged = 'not-allowed' | 'last-administrator';

@Injectable()
export class StaffService {
  constructor(
    private readonly store: StaffStore,
    private readonly accounts: AccessStore,
    private readonly factors: FactorService,
    private readonly access: AccessService,
    private readonly clock: Clock,
  ) {}

  /** Whoever is within reach, oneself too, by pseudonym; nobody, for who runs nobody. */
  async list(by: Session): Promise<Member[]> {
    const members = await this.store.members(by.association);
    return members
      .filter((member) => mayRun(by, member))
      .sort((one, other) => one.pseudonym.localeCompare(other.pseudonym, 'fr'));
  }

  /** Whether an administrator comes in even if nobody does by the association's provider; so it is where it has none (SO9). */
  async isRunByPassword(association: AssociationId): Promise<boolean> {
    const members = await this.store.members(association);
    const running = members.filter(({ role, suspended }) => role === 'administrator' && !suspended);
    return running.length === 0 || running.some(({ entersBy }) => entersBy === 'password');
  }

  /** They are signed out everywhere within two seconds, and do not sign in until they are restored (AC16, AC17). */
  async suspend(by: Session, id: AccountId): Promise<'suspended' | Unchanged> {
    const account = await this.#within(by, id, 'suspended');
    if (!account) return 'not-allowed';
    const said = await this.store.suspend(id);
    if (said !== 'suspended') return this.#not(by, said, 'suspended');
    await this.access.signOutEverywhere(account);
    this.access.note(account.association, { did: 'suspended', by: by.account, to: id });
    return said;
  }

  /** A volunteer again; what they may not do any more is over on every page of theirs within two seconds (SP9). */
  async demote(by: Session, id: AccountId): Promise<'demoted' | Unchanged> {
    const account = await this.#within(by, id, 'role-changed');
    if (!account || account.role === 'volunteer') return 'not-allowed';
    const said = await this.store.demote(id);
    if (said !== 'demoted') return this.#not(by, said, 'role-changed');
    this.access.standsElsewhere(id);
    this.access.note(account.association, {
      did: 'role-changed',
      by: by.account,
      to: id,
      what: ['volunteer'],
    });
    return said;
  }

  async restore(by: Session, id: AccountId): Promise<'restored' | Unchanged> {
    const account = await this.#within(by, id, 'restored');
    if (!account) return 'not-allowed';
    const said = await this.store.restore(id);
    if (said !== 'restored') return this.#not(by, said, 'restored');
    this.access.note(account.association, { did: 'restored', by: by.account, to: id });
    return said;
  }

  /** The account is forgotten; its pseudonym is anybody's again (SP6). */
  async remove(by: Session, id: AccountId): Promise<'removed' | Unchanged> {
    const account = await this.#within(by, id, 'removed');
    if (!account) return 'not-allowed';
    const said = await this.store.remove(account);
    if (said !== 'removed') return this.#not(by, said, 'removed');
    await this.factors.remove(id);
    await this.access.signOutEverywhere(account);
    this.access.note(account.association, { did: 'removed', by: by.account, to: id });
    return said;
  }

  /** A link by which they choose another password; who made it never sees one (SP4). */
  async reset(by: Session, id: AccountId): Promise<Opened | 'not-allowed'> {
    const account = await this.#within(by, id, 'reset');
    if (!account) return 'not-allowed';
    const now = this.clock.now();
    const opened = await this.store.openReset(
      { account: id, by: by.account, standsUntil: now + resetLasts },
      now,
    );
    if (opened === 'no-such-account') return 'not-allowed';
    this.access.note(account.association, { did: 'reset', by: by.account, to: id });
    return { token: opened.token, account, validFor: resetLasts };
  }

  /** Out of reach and not there are one word: nobody learns whom another association has (SP1). */
  async #within(by: Session, id: AccountId, did: Audited): Promise<Account | undefined> {
    const account = await this.accounts.account(id);
    if (account && mayRun(by, account)) return account;
    this.access.noteRefused(by.association, { did: 'reach-refused', by: by.account, what: [did] });
    return undefined;
  }

  #not(by: Session, why: 'no-such-account' | 'last-administrator', did: Audited): Unchanged {
    this.access.noteRefused(by.association, { did: 'reach-refused', by: by.account, what: [did, why] });
    return why === 'last-administrator' ? why : 'not-allowed';
  }
}
