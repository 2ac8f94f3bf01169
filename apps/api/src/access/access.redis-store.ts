// Accounts and invitations in the kept store. Names and digests find them; nobody can list what they stand for.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Account,
  type AccountId,
  accountId,
  type AssociationId,
  foldPseudonym,
  type Instant,
  type Invitation,
  stands,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import {
  accountFrom,
  accountRecord,
  invitationFrom,
  invitationRecord,
  newAccount,
} from './access-records.js';
import { AccessStore, type Credentials, type Newcomer } from './access.store.js';
import { digestOf, newName, newSecret } from '../platform/secrets.js';

const openFirstInvitation = luaMove('access/open-first-invitation.lua', {
  keys: ['accounts', 'firstInvitation', 'invitation'],
  args: ['digest', 'record', 'keptFor'],
  says: ['open', 'not-first'],
});
const acceptInvitation = luaMove('access/accept-invitation.lua', {
  keys: ['invitation', 'firstInvitation', 'pseudonyms', 'account', 'accounts', 'identities'],
  args: ['now', 'digest', 'folded', 'id', 'fields'],
  says: ['accepted', 'refused', 'taken'],
});

@Injectable()
export class AccessRedisStore extends AccessStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async invite(invitation: Invitation, now: Instant): Promise<string> {
    const token = newSecret();
    const key = keptKeys.invitation(digestOf(token));
    await this.kept.set(key, invitationRecord(invitation), 'PX', invitation.standsUntil - now);
    return token;
  }

  async inviteFirst(invitation: Invitation, now: Instant): Promise<{ token: string } | 'not-first'> {
    const token = newSecret();
    const digest = digestOf(token);
    const { accounts, firstInvitation } = keptKeys;
    const { word } = await this.#moves.run(openFirstInvitation, {
      keys: { accounts, firstInvitation, invitation: keptKeys.invitation(digest) },
      args: { digest, record: invitationRecord(invitation), keptFor: invitation.standsUntil - now },
    });
    return word === 'open' ? { token } : word;
  }

  async invitation(token: string, now: Instant): Promise<Invitation | undefined> {
    const digest = digestOf(token);
    const [record, first] = await this.kept.mget(keptKeys.invitation(digest), keptKeys.firstInvitation);
    const invitation = invitationFrom(record ?? null);
    if (!invitation || !stands(invitation, now)) return undefined;
    return invitation.by === undefined && first !== digest ? undefined : invitation;
  }

  async accept(token: string, newcomer: Newcomer, now: Instant): Promise<Account | 'refused' | 'taken'> {
    const digest = digestOf(token);
    // Read for what it names; whether it still stands is for the move to say.
    const invitation = invitationFrom(await this.kept.get(keptKeys.invitation(digest)));
    if (!invitation) return 'refused';
    const { pseudonym, createdAt, proof } = newcomer;
    const account = newAccount(invitation, { id: accountId(newName()), pseudonym, createdAt });
    const { word } = await this.#moves.run(acceptInvitation, {
      keys: {
        invitation: keptKeys.invitation(digest),
        firstInvitation: keptKeys.firstInvitation,
        pseudonyms: keptKeys.pseudonyms(account.association),
        account: keptKeys.account(account.id),
        accounts: keptKeys.accounts,
        identities: keptKeys.identities(account.association),
      },
      args: {
        now,
        digest,
        folded: foldPseudonym(pseudonym),
        id: account.id,
        fields: JSON.stringify(accountRecord({ account, proof })),
      },
    });
    return word === 'accepted' ? account : word;
  }

  async account(id: AccountId): Promise<Account | undefined> {
    return accountFrom(await this.kept.hgetall(keptKeys.account(id)))?.account;
  }

  async credentials(association: AssociationId, pseudonym: string): Promise<Credentials | undefined> {
    const id = await this.kept.hget(keptKeys.pseudonyms(association), foldPseudonym(pseudonym));
    return accountFrom(await this.kept.hgetall(keptKeys.account(id ?? 'nobody')));
  }

  async known(association: AssociationId, identity: string): Promise<Account | undefined> {
    const id = await this.kept.hget(keptKeys.identities(association), identity);
    return id === null ? undefined : this.account(accountId(id));
  }
}
