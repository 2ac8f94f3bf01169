// Second factors in the kept store: a hash of the factor, and a set of the digests of codes.
import { Inject, Injectable } from '@nestjs/common';
import type { AccountId } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { digestOf } from '../platform/secrets.js';
import { factorFrom, factorRecord } from './factor-records.js';
import { type Factor, FactorStore, type Held } from './factor.store.js';
import { newRecoveryCodes } from './recovery-codes.js';

const useFactor = luaMove('factor/use-factor.lua', {
  keys: ['factor'],
  args: ['id', 'mark'],
  says: ['used', 'again', 'gone'],
});
const spendRecoveryCode = luaMove('factor/spend-recovery-code.lua', {
  keys: ['recovery'],
  args: ['code'],
  says: ['spent', 'unknown'],
});
const renewRecoveryCodes = luaMove('factor/renew-recovery-codes.lua', {
  keys: ['factor', 'recovery'],
  args: ['codes'],
  says: ['renewed', 'gone'],
});

@Injectable()
export class FactorRedisStore extends FactorStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async of(account: AccountId): Promise<Held | undefined> {
    const factor = factorFrom(await this.kept.hgetall(keptKeys.factor(account)));
    return factor && { factor, recoveryLeft: await this.kept.scard(keptKeys.recovery(account)) };
  }

  async put(account: AccountId, factor: Factor): Promise<string[]> {
    const [key, recovery] = [keptKeys.factor(account), keptKeys.recovery(account)];
    const codes = newRecoveryCodes();
    const done = await this.kept
      .multi()
      .del(key, recovery)
      .hset(key, factorRecord(factor))
      .sadd(recovery, ...codes.map(digestOf))
      .exec();
    if (done === null) throw new Error('a factor was not kept');
    return codes;
  }

  async use(
    account: AccountId,
    { id, mark }: Pick<Factor, 'id' | 'mark'>,
  ): Promise<'used' | 'again' | 'gone'> {
    const { word } = await this.#moves.run(useFactor, {
      keys: { factor: keptKeys.factor(account) },
      args: { id, mark },
    });
    return word;
  }

  async spend(account: AccountId, code: string): Promise<{ left: number } | 'unknown'> {
    const { word, details } = await this.#moves.run(spendRecoveryCode, {
      keys: { recovery: keptKeys.recovery(account) },
      args: { code: digestOf(code) },
    });
    return word === 'spent' ? { left: Number(details[0]) } : word;
  }

  async renewCodes(account: AccountId): Promise<string[] | 'gone'> {
    const codes = newRecoveryCodes();
    const { word } = await this.#moves.run(renewRecoveryCodes, {
      keys: { factor: keptKeys.factor(account), recovery: keptKeys.recovery(account) },
      args: { codes: JSON.stringify(codes.map(digestOf)) },
    });
    return word === 'renewed' ? codes : word;
  }

  async remove(account: AccountId): Promise<'removed' | 'nothing-to-do'> {
    const gone = await this.kept.del(keptKeys.factor(account), keptKeys.recovery(account));
    return gone > 0 ? 'removed' : 'nothing-to-do';
  }
}
