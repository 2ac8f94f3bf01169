// The port of accounts and of the invitations they come from. Of a token or a password nothing readable is kept.
import type { Account, AccountId, AssociationId, Instant, Invitation } from '@veille/domain';

/** By what an account is entered: its password as it is kept, or who its association's own provider says this is. */
export type Proof = { readonly sealed: string } | { readonly identity: string };
/** Somebody who shows an invitation; what it names (association, role) comes from the invitation itself. */
export type Newcomer = { readonly pseudonym: string; readonly proof: Proof; readonly createdAt: Instant };
/** What a sign-in is judged by. */
export type Credentials = { readonly account: Account; readonly proof: Proof };

export abstract class AccessStore {
  /** Keeps the invitation until it stands no more, and answers its token, for the link alone. */
  abstract invite(invitation: Invitation, now: Instant): Promise<string>;
  /** The same while there is no account at all; the first invitation before this one opens nothing any more. */
  abstract inviteFirst(invitation: Invitation, now: Instant): Promise<{ token: string } | 'not-first'>;
  /** The invitation of this token while it stands. */
  abstract invitation(token: string, now: Instant): Promise<Invitation | undefined>;
  /**
   * Makes one account of one invitation, which is over by it: of any number at once exactly one is not `refused`.
   * `taken`: another account of the association has this pseudonym or this identity, and the invitation stands as before.
   */
  abstract accept(token: string, newcomer: Newcomer, now: Instant): Promise<Account | 'refused' | 'taken'>;
  abstract account(id: AccountId): Promise<Account | undefined>;
  /** By the pseudonym as its bearer writes it. Takes as long when nobody bears it. */
  abstract credentials(association: AssociationId, pseudonym: string): Promise<Credentials | undefined>;
  /** The account of whom the association's provider calls so. */
  abstract known(association: AssociationId, identity: string): Promise<Account | undefined>;
}
