// Who may enter, in the kept store, as who runs an association changes it: the same accounts, by moves that never make one up.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Account,
  type AccountId,
  accountId,
  type AssociationId,
  type Day,
  foldPseudonym,
  type Instant,
  type Reset,
  stands,
} from '@veille/domain';
import * as v from 'valibot';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { digestOf, newSecret } from '../platform/secrets.js';
import { accountFrom } from './access-records.js';
import { type FoundReset, type Member, StaffStore } from './staff.store.js';

const suspendAccount = luaMove('access/suspend-account.lua', {
  keys: ['account', 'accounts'],
  args: ['id', 'prefix'],
  says: ['suspended', 'no-such-account', 'last-administrator'],
});
const demoteAccount = luaMove('access/demote-account.lua', {
  keys: ['account', 'accounts'],
  args: ['id', 'prefix'],
  says: ['demoted', 'no-such-account', 'last-administrator'],
});
const changeAccount = luaMove('access/change-account.lua', {
  keys: ['account'],
  args: ['field', 'value'],
  says: ['changed', 'no-such-account'],
});
const removeAccount = luaMove('access/remove-account.lua', {
  keys: ['account', 'accounts', 'pseudonyms', 'identities'],
  args: ['id', 'folded', 'prefix'],
  says: ['removed', 'no-such-account', 'last-administrator'],
});
const openReset = luaMove('access/open-reset.lua', {
  keys: ['account', 'reset'],
  args: ['digest', 'record', 'keptFor'],
  says: ['open', 'no-such-account'],
});
const acceptReset = luaMove('access/accept-reset.lua', {
  keys: ['reset', 'account'],
  args: ['now', 'digest', 'sealed'],
  says: ['accepted', 'refused'],
});

const ResetRecord = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    shape: v.literal(2),
    account: v.pipe(v.string(), v.transform(accountId)),
    by: v.pipe(v.string(), v.transform(accountId)),
    standsUntil: v.number(),
  }),
);
/** The moves look at the other accounts by this. */
const prefix = keptKeys.account('');

@Injectable()
export class StaffRedisStore extends StaffStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async members(association: AssociationId): Promise<Member[]> {
    const ids = await this.kept.hvals(keptKeys.pseudonyms(association));
    const found = await Promise.all(ids.map(async (id) => this.kept.hgetall(keptKeys.account(id))));
    return found.flatMap((record) => {
      const credentials = accountFrom(record);
      if (!credentials) return [];
      return [{ ...credentials.account, entersBy: 'sealed' in credentials.proof ? 'password' : 'provider' }];
    });
  }

  async seen(account: AccountId, day: Day): Promise<'seen' | 'no-such-account'> {
    const said = await this.#change(account, 'seenOn', day);
    return said === 'changed' ? 'seen' : said;
  }

  async suspend(id: AccountId): Promise<'suspended' | 'no-such-account' | 'last-administrator'> {
    const keys = { account: keptKeys.account(id), accounts: keptKeys.accounts };
    return (await this.#moves.run(suspendAccount, { keys, args: { id, prefix } })).word;
  }

  async demote(id: AccountId): Promise<'demoted' | 'no-such-account' | 'last-administrator'> {
    const keys = { account: keptKeys.account(id), accounts: keptKeys.accounts };
    return (await this.#moves.run(demoteAccount, { keys, args: { id, prefix } })).word;
  }

  async choosePassword(account: AccountId, sealed: string): Promise<'chosen' | 'no-such-account'> {
    const said = await this.#change(account, 'sealed', sealed);
    return said === 'changed' ? 'chosen' : said;
  }

  async restore(account: AccountId): Promise<'restored' | 'no-such-account'> {
    const said = await this.#change(account, 'suspended', 'no');
    return said === 'changed' ? 'restored' : said;
  }

  async remove({
    id,
    association,
    pseudonym,
  }: Account): Promise<'removed' | 'no-such-account' | 'last-administrator'> {
    const { word } = await this.#moves.run(removeAccount, {
      keys: {
        account: keptKeys.account(id),
        accounts: keptKeys.accounts,
        pseudonyms: keptKeys.pseudonyms(association),
        identities: keptKeys.identities(association),
      },
      args: { id, folded: foldPseudonym(pseudonym), prefix },
    });
    return word;
  }

  async openReset(reset: Reset, now: Instant): Promise<{ token: string } | 'no-such-account'> {
    const token = newSecret();
    const digest = digestOf(token);
    const { word } = await this.#moves.run(openReset, {
      keys: { account: keptKeys.account(reset.account), reset: keptKeys.reset(digest) },
      args: { digest, record: JSON.stringify({ shape: 2, ...reset }), keptFor: reset.standsUntil - now },
    });
    return word === 'open' ? { token } : word;
  }

  async reset(token: string, now: Instant): Promise<FoundReset | undefined> {
    const digest = digestOf(token);
    const read = v.safeParse(ResetRecord, await this.kept.get(keptKeys.reset(digest)));
    if (!read.success || !stands(read.output, now)) return undefined;
    const { account: id, by } = read.output;
    const [record, maker] = await Promise.all([
      this.kept.hgetall(keptKeys.account(id)),
      this.kept.hgetall(keptKeys.account(by)),
    ]);
    const account = record['reset'] === digest ? accountFrom(record)?.account : undefined;
    return account && { account, maker: accountFrom(maker)?.account };
  }

  async acceptReset(
    token: string,
    { account, sealed, now }: { account: AccountId; sealed: string; now: Instant },
  ): Promise<'accepted' | 'refused'> {
    const digest = digestOf(token);
    const keys = { reset: keptKeys.reset(digest), account: keptKeys.account(account) };
    return (await this.#moves.run(acceptReset, { keys, args: { now, digest, sealed } })).word;
  }

  async #change(account: AccountId, field: string, value: string): Promise<'changed' | 'no-such-account'> {
    const keys = { account: keptKeys.account(account) };
    return (await this.#moves.run(changeAccount, { keys, args: { field, value } })).word;
  }
}
