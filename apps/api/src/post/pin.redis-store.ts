// PINs in the kept store: for each account a hash, with the seal of its PIN at each device and how many wrong ones were tried.
import { Inject, Injectable } from '@nestjs/common';
import type { AccountId, Duration } from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { type PinAt, PinStore, type PinTry } from './pin.store.js';

const tryPin = luaMove('post/try-pin.lua', {
  keys: ['pins'],
  args: ['device', 'tries', 'most'],
  says: ['try', 'none'],
});

/** The field beside a PIN's seal, which is named by its device alone. */
const triesAt = (device: string): string => `tries:${device}`;

@Injectable()
export class PinRedisStore extends PinStore {
  readonly #moves: Moves;

  constructor(
    @Inject(KEPT_REDIS) private readonly kept: Redis,
    clock: Clock,
  ) {
    super();
    this.#moves = new Moves(kept, clock);
  }

  async choose({ account, device }: PinAt, sealed: string, keptFor: Duration): Promise<void> {
    const key = keptKeys.pins(account);
    const done = await this.kept
      .multi()
      .hdel(key, triesAt(device))
      .hset(key, device, sealed)
      .pexpire(key, keptFor)
      .exec();
    if (done === null) throw new Error('a PIN was not kept');
  }

  async try({ account, device }: PinAt, most: number): Promise<PinTry | 'none'> {
    const { word, details } = await this.#moves.run(tryPin, {
      keys: { pins: keptKeys.pins(account) },
      args: { device, tries: triesAt(device), most },
    });
    const [sealed = '', tries] = details;
    return word === 'try' ? { sealed, isLast: Number(tries) === most } : word;
  }

  /** A count without a PIN beside it is read by nobody, and is begun anew with the next PIN. */
  async wasNotJudged({ account, device }: PinAt): Promise<void> {
    if (await this.has({ account, device }))
      await this.kept.hincrby(keptKeys.pins(account), triesAt(device), -1);
  }

  async wasRight({ account, device }: PinAt, keptFor: Duration): Promise<void> {
    const key = keptKeys.pins(account);
    await this.kept.multi().hdel(key, triesAt(device)).pexpire(key, keptFor).exec();
  }

  async has({ account, device }: PinAt): Promise<boolean> {
    return (await this.kept.hexists(keptKeys.pins(account), device)) === 1;
  }

  async drop({ account, device }: PinAt): Promise<'dropped' | 'nothing-to-do'> {
    const gone = await this.kept.hdel(keptKeys.pins(account), device, triesAt(device));
    return gone > 0 ? 'dropped' : 'nothing-to-do';
  }

  async dropAll(account: AccountId): Promise<'dropped' | 'nothing-to-do'> {
    return (await this.kept.del(keptKeys.pins(account))) === 1 ? 'dropped' : 'nothing-to-do';
  }
}
