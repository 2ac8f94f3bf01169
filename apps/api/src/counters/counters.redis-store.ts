// Counters in the kept store: one hash a line and day, gone after 400 days.
import { Inject, Injectable } from '@nestjs/common';
import type { LineId } from '@veille/domain';
import { reported } from '../platform/log/log.js';
import { KEPT_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import type { Counted, Counts } from '@veille/domain';
import { countsFrom } from './counts-record.js';
import { CountersStore } from './counters.store.js';

/** A year to compare with, and a month to notice. */
const keptForSeconds = 400 * 24 * 3_600;

@Injectable()
export class CountersRedisStore extends CountersStore {
  constructor(@Inject(KEPT_REDIS) private readonly kept: Redis) {
    super();
  }

  async add(line: LineId, day: string, counted: readonly Counted[]): Promise<void> {
    const key = keptKeys.counters(line, day);
    const all = this.kept.multi();
    for (const one of counted) all.hincrby(key, one, 1);
    await all.expire(key, keptForSeconds).exec().catch(reported('a number was not counted'));
  }

  async of(line: LineId, day: string): Promise<Counts> {
    return countsFrom(await this.kept.hgetall(keptKeys.counters(line, day)));
  }
}
