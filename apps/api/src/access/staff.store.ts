// The port of those who may enter, as who runs an association knows them: listed, suspended, removed, helped to another password.
import type { Account, AccountId, AssociationId, Day, Instant, Maker, Reset } from '@veille/domain';

/** `entersBy`: their own password, or what their association's provider says. */
export type Member = Account & { readonly entersBy: 'password' | 'provider' };

/** Whose password is to be chosen anew, and who made the link; nobody, where their account is gone. */
export type FoundReset = { readonly account: Account; readonly maker: Maker | undefined };

export abstract class StaffStore {
  /** Every account of an association, in no order. */
  abstract members(association: AssociationId): Promise<Member[]>;
  /** Writes down the day an account was seen. One that was removed stays so. */
  abstract seen(account: AccountId, day: Day): Promise<'seen' | 'no-such-account'>;
  /** `last-administrator`: nobody else could let anybody back in, and nothing is changed, of however many who ask at once. */
  abstract suspend(account: AccountId): Promise<'suspended' | 'no-such-account' | 'last-administrator'>;
  /** A volunteer again, whatever they were; the same guard as of a suspension. */
  abstract demote(account: AccountId): Promise<'demoted' | 'no-such-account' | 'last-administrator'>;
  /** In place of the one before, of whoever has just given that one. */
  abstract choosePassword(account: AccountId, sealed: string): Promise<'chosen' | 'no-such-account'>;
  abstract restore(account: AccountId): Promise<'restored' | 'no-such-account'>;
  /** Forgets the account, and frees its pseudonym and its identity. */
  abstract remove(account: Account): Promise<'removed' | 'no-such-account' | 'last-administrator'>;
  /** Keeps a reset until it stands no more, and answers its token, for the link alone; the one before opens nothing any more. */
  abstract openReset(reset: Reset, now: Instant): Promise<{ token: string } | 'no-such-account'>;
  /** What this token is for, while it stands. */
  abstract reset(token: string, now: Instant): Promise<FoundReset | undefined>;
  /** Puts the password in place of the one before: of any number who use one token at once exactly one does. */
  abstract acceptReset(
    token: string,
    accepted: { account: AccountId; sealed: string; now: Instant },
  ): Promise<'accepted' | 'refused'>;
}
