// Who is here: a session says whose it is, for as long as its account may enter.
import { Injectable } from '@nestjs/common';
import type { Account, AccountId, AssociationId, Role } from '@veille/domain';
import { AccessStore } from './access.store.js';
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
/** `former`: the token this browser came with, if any; it is over once another is given. */
export type Entering<Asked> = { readonly asked: Asked; readonly former: string | undefined };
export type Who = { readonly pseudonym: string; readonly password: string };

@Injectable()
export class AccessService {
  constructor(
    private readonly store: AccessStore,
    private readonly sessions: SessionService,
  ) {}

  /** Whoever proved who they are is signed in, with a new token (AC10). */
  async enter({ id, pseudonym, role }: Account, former: string | undefined): Promise<Entered> {
    return { token: await this.sessions.open(id, former), pseudonym, role };
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
}
