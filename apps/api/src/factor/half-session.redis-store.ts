// Half sessions in the kept store, which forgets them by itself; the count of wrong tries is the account's, not theirs.
import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, accountId, type Duration, type Instant } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { digestOf, newSecret } from '../platform/secrets.js';
import { HalfSessionStore, type Trying, type TryLimits } from './half-session.store.js';

const tryHalfSession = luaMove('factor/try-half-session.lua', {
  keys: ['half', 'slowed'],
  args: ['now', 'mostTries', 'delays', 'forgottenAfter'],
  says: ['go-on', 'over', 'too-fast'],
});
const keepChallenge = luaMove('factor/keep-challenge.lua', {
  keys: ['half'],
  args: ['challenge'],
  says: ['kept', 'over'],
});

const keyOf = (token: string): string => keptKeys.halfSession(digestOf(token));

@Injectable()
export class HalfSessionRedisStore extends HalfSessionStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async begin(account: AccountId, keptFor: Duration): Promise<string> {
    const token = newSecret();
    const key = keyOf(token);
    await this.kept.multi().hset(key, { account, tries: '0' }).pexpire(key, keptFor).exec();
    return token;
  }

  async account(token: string): Promise<AccountId | undefined> {
    const account = await this.kept.hget(keyOf(token), 'account');
    return account === null ? undefined : accountId(account);
  }

  async keepChallenge(token: string, challenge: string): Promise<'kept' | 'over'> {
    const { word } = await this.#moves.run(keepChallenge, {
      keys: { half: keyOf(token) },
      args: { challenge },
    });
    return word;
  }

  async try(token: string, limits: TryLimits, now: Instant): Promise<Trying | 'over' | 'too-fast'> {
    const account = await this.account(token);
    if (account === undefined) return 'over';
    const { mostTries, delays, forgottenAfter } = limits;
    const { word, details } = await this.#moves.run(tryHalfSession, {
      keys: { half: keyOf(token), slowed: keptKeys.wrongFactors(account) },
      args: { now, mostTries, delays: JSON.stringify(delays), forgottenAfter },
    });
    return word === 'go-on' ? { challenge: details[0] || undefined } : word;
  }

  async end(token: string): Promise<'ended' | 'over'> {
    const account = await this.account(token);
    if (account === undefined || (await this.kept.del(keyOf(token))) === 0) return 'over';
    await this.kept.del(keptKeys.wrongFactors(account));
    return 'ended';
  }
}
