// Accounts and invitations kept in this process for a test.
import { type Account, type AccountId, accountId, type AssociationId } from '@veille/domain';
import { foldPseudonym, type Instant, type Invitation, stands } from '@veille/domain';
import { newAccount } from '../../../src/access/access-records.js';
import { AccessStore, type Credentials, type Newcomer } from '../../../src/access/access.store.js';
import { newName, newSecret } from '../../../src/platform/secrets.js';

export class AccessMemoryStore extends AccessStore {
  readonly #invitations = new Map<string, Invitation>();
  readonly accounts = new Map<AccountId, Credentials>();
  #first: string | undefined;

  async invite(invitation: Invitation): Promise<string> {
    const token = newSecret();
    this.#invitations.set(token, invitation);
    return token;
  }

  async inviteFirst(invitation: Invitation): Promise<{ token: string } | 'not-first'> {
    if (this.accounts.size > 0) return 'not-first';
    this.#first = await this.invite(invitation);
    return { token: this.#first };
  }

  async invitation(token: string, now: Instant): Promise<Invitation | undefined> {
    const invitation = this.#invitations.get(token);
    if (!invitation || !stands(invitation, now)) return undefined;
    return invitation.by === undefined && this.#first !== token ? undefined : invitation;
  }

  async accept(token: string, newcomer: Newcomer, now: Instant): Promise<Account | 'refused' | 'taken'> {
    const invitation = await this.invitation(token, now);
    if (!invitation || !this.#invitations.has(token)) return 'refused'; // gone while we awaited
    const { proof, ...rest } = newcomer;
    if (this.#bearer(invitation.association, rest.pseudonym)) return 'taken';
    if ('identity' in proof && this.#identified(invitation.association, proof.identity)) return 'taken';
    this.#invitations.delete(token);
    this.#first = undefined;
    const account = newAccount(invitation, { ...rest, id: accountId(newName()) });
    this.accounts.set(account.id, { account, proof });
    return account;
  }

  async account(id: AccountId): Promise<Account | undefined> {
    return this.accounts.get(id)?.account;
  }

  async credentials(association: AssociationId, pseudonym: string): Promise<Credentials | undefined> {
    return this.#bearer(association, pseudonym);
  }

  async known(association: AssociationId, identity: string): Promise<Account | undefined> {
    return this.#identified(association, identity)?.account;
  }

  #identified(association: AssociationId, identity: string): Credentials | undefined {
    return [...this.accounts.values()].find(
      ({ account, proof }) =>
        account.association === association && 'identity' in proof && proof.identity === identity,
    );
  }

  #bearer(association: AssociationId, pseudonym: string): Credentials | undefined {
    return [...this.accounts.values()].find(
      ({ account }) =>
        account.association === association && foldPseudonym(account.pseudonym) === foldPseudonym(pseudonym),
    );
  }
}
