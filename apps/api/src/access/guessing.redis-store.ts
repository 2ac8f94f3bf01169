// Guesses in the live store, which has no disk; which browsers are known, in the kept one.
import { Inject, Injectable } from '@nestjs/common';
import { type Duration, guessDelays, guessesForgottenAfter, type Instant, mostGuesses } from '@veille/domain';
import { KEPT_REDIS, LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys, doorKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { type Counting, GuessingStore, type Known } from './guessing.store.js';

const beginGuess = luaMove('access/begin-guess.lua', {
  keys: ['source', 'all'],
  args: ['notAfter', 'now', 'delays', 'forgottenAfter', 'count', 'within'],
  says: ['go-on', 'too-fast', 'stale'],
});
const takeBackGuess = luaMove('access/take-back-guess.lua', {
  keys: ['source', 'all'],
  args: ['notAfter', 'at'],
  says: ['taken-back', 'nothing-to-do', 'stale'],
});

const delays = JSON.stringify(guessDelays);
const keysOf = ({ source, all }: Counting) => ({
  source: doorKeys.guessesOf(source),
  all: doorKeys.guessesAt(all),
});

@Injectable()
export class GuessingRedisStore extends GuessingStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly live: Redis,
    @Inject(KEPT_REDIS) private readonly kept: Redis,
  ) {
    super();
  }

  async begin(counting: Counting, now: Instant): Promise<'go-on' | 'too-fast'> {
    const { count, within } = mostGuesses;
    const args = { now, delays, forgottenAfter: guessesForgottenAfter, count, within };
    return (await this.moves.run(beginGuess, { keys: keysOf(counting), args })).word;
  }

  async wasRight(counting: Counting, at: Instant): Promise<void> {
    const { source, all } = keysOf(counting);
    await this.live.multi().del(source).lrem(all, 1, String(at)).exec();
  }

  async takeBack(counting: Counting, at: Instant): Promise<void> {
    await this.moves.run(takeBackGuess, { keys: keysOf(counting), args: { at } });
  }

  async isKnown({ browser, name }: Known): Promise<boolean> {
    return (await this.kept.sismember(keptKeys.browser(browser), name)) === 1;
  }

  async know({ browser, name }: Known, lasts: Duration): Promise<void> {
    const key = keptKeys.browser(browser);
    await this.kept.multi().sadd(key, name).pexpire(key, lasts).exec();
  }
}
