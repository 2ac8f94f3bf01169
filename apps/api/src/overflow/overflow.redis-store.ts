// Recent figures in the live store: a small hash of numbers for each ten minutes, gone after two hours.
import { Inject, Injectable } from '@nestjs/common';
import { hours, type Instant, type LineId, nothingRecent, type Recent } from '@veille/domain';
import * as v from 'valibot';
import { reported } from '../platform/log/log.js';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { OverflowStore, type Said } from './overflow.store.js';
import { recentStretches, stretchKeptFor, stretchOf } from './stretches.js';

const figure = v.optional(v.pipe(v.string(), v.transform(Number), v.safeInteger()), '0');
const Figures = v.object({
  arrivals: figure,
  conversations: figure,
  talked: figure,
  leavers: figure,
  waited: figure,
});

/** What was said of a line that nobody looks at is forgotten. */
const saidFor = hours(24);

@Injectable()
export class OverflowRedisStore extends OverflowStore {
  constructor(@Inject(LIVE_REDIS) private readonly redis: Redis) {
    super();
  }

  async add(line: LineId, now: Instant, some: Partial<Recent>): Promise<void> {
    const key = liveKeys(line).recent(stretchOf(now));
    const all = this.redis.multi();
    for (const [figure, by] of Object.entries(some)) all.hincrby(key, figure, Math.round(by));
    await all.pexpire(key, stretchKeptFor).exec().catch(reported('a recent figure was not counted'));
  }

  async recent(line: LineId, now: Instant): Promise<Recent> {
    const keys = recentStretches(now).map(liveKeys(line).recent);
    const records = await Promise.all(keys.map((key) => this.redis.hgetall(key)));
    return records.map((record) => v.parse(Figures, record)).reduce(together, nothingRecent);
  }

  async say<W extends keyof Said>(line: LineId, what: W, word: Said[W]): Promise<string | undefined> {
    const before = await this.redis.set(liveKeys(line).said(what), word, 'PX', saidFor, 'GET');
    return before ?? undefined;
  }

  async isOverflowing(line: LineId): Promise<boolean> {
    return (await this.redis.get(liveKeys(line).said('overflow'))) === 'started';
  }
}

const together = (one: Recent, other: Recent): Recent => ({
  arrivals: one.arrivals + other.arrivals,
  conversations: one.conversations + other.conversations,
  talked: one.talked + other.talked,
  leavers: one.leavers + other.leavers,
  waited: one.waited + other.waited,
});
