// The line in the live store: a sorted set of places, and beside it the set of those among them who wait for an offer.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Caller,
  type CallerId,
  callerId,
  type Duration,
  hours,
  type Instant,
  type Language,
  type Leaving,
  type LineId,
  type Newcomer,
  offerId,
} from '@veille/domain';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { callerFrom } from './caller-record.js';
import { type Lapse, LineStore } from './line.store.js';

const joinLine = luaMove('line/join-line.lua', {
  keys: ['queue', 'ready', 'caller', 'free'],
  args: ['notAfter', 'id', 'language', 'now', 'keepFor', 'most'],
  says: ['joined', 'already-here', 'full', 'stale'],
});
const leaveLine = luaMove('line/leave-line.lua', {
  keys: ['queue', 'caller', 'asleep'],
  args: ['notAfter', 'id', 'tag'],
  says: ['left', 'not-in-line', 'stale'],
});
const lapseCaller = luaMove('line/lapse-caller.lua', {
  keys: ['queue', 'caller', 'seen', 'asleep'],
  args: ['notAfter', 'id', 'tag', 'now', 'grace', 'languages'],
  says: ['left', 'still-here', 'not-in-line', 'stale'],
});
const outwaitCaller = luaMove('line/outwait-caller.lua', {
  keys: ['queue', 'caller', 'asleep'],
  args: ['notAfter', 'id', 'tag', 'now', 'limit'],
  says: ['left', 'may-stay', 'not-in-line', 'stale'],
});
const wakeCaller = luaMove('line/wake-caller.lua', {
  keys: ['caller', 'asleep'],
  args: ['notAfter', 'id', 'tag'],
  says: ['awake', 'not-asleep', 'stale'],
});

@Injectable()
export class LineRedisStore extends LineStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly redis: Redis,
  ) {
    super();
  }

  async join(line: LineId, { id, language, now, most = Number.MAX_SAFE_INTEGER }: Newcomer) {
    const { ready, free } = liveKeys(line);
    const keys = { ...keysOf(line, id), ready: ready(language), free };
    const args = { id, language, now, keepFor: hours(24), most };
    const { word } = await this.moves.run(joinLine, { keys, args });
    return word;
  }

  async leave(line: LineId, caller: CallerId): Promise<Leaving> {
    const { word, details } = await this.moves.run(leaveLine, {
      keys: keysOf(line, caller),
      args: { id: caller, tag: liveKeys(line).tag },
    });
    return word === 'left' ? leaving(details) : word;
  }

  async lapse(
    line: LineId,
    caller: CallerId,
    { grace, now, languages }: Lapse,
  ): Promise<Leaving | 'still-here'> {
    const { tag, callersSeen: seen } = liveKeys(line);
    const { word, details } = await this.moves.run(lapseCaller, {
      keys: { ...keysOf(line, caller), seen },
      args: { id: caller, tag, now, grace, languages: languages.join(' ') },
    });
    return word === 'left' ? leaving(details) : word;
  }

  async outwait(line: LineId, caller: CallerId, when: { limit: Duration; now: Instant }) {
    const args = { id: caller, tag: liveKeys(line).tag, ...when };
    const { word } = await this.moves.run(outwaitCaller, { keys: keysOf(line, caller), args });
    return word;
  }

  async inLineSince(line: LineId, instant: Instant, most: number): Promise<CallerId[]> {
    const { queue } = liveKeys(line);
    const ids = await this.redis.zrange(queue, '-inf', String(instant), 'BYSCORE', 'LIMIT', 0, most);
    return ids.map(callerId);
  }

  async nextInLine(line: LineId, instant: Instant) {
    const { queue } = liveKeys(line);
    const after = `(${instant}`;
    const [next, place] = await this.redis.zrange(
      queue,
      after,
      '+inf',
      'BYSCORE',
      'LIMIT',
      0,
      1,
      'WITHSCORES',
    );
    return next === undefined ? undefined : { caller: callerId(next), place: Number(place) };
  }

  async wake(line: LineId, caller: CallerId): Promise<'awake' | 'not-asleep'> {
    const args = { id: caller, tag: liveKeys(line).tag };
    const { word } = await this.moves.run(wakeCaller, { keys: keysOf(line, caller), args });
    return word;
  }

  async asleepSince(line: LineId, instant: Instant, most: number): Promise<CallerId[]> {
    const { asleep } = liveKeys(line);
    const ids = await this.redis.zrange(asleep, '-inf', String(instant), 'BYSCORE', 'LIMIT', 0, most);
    return ids.map(callerId);
  }

  async find(line: LineId, caller: CallerId): Promise<Caller | undefined> {
    return callerFrom(caller, await this.redis.hgetall(liveKeys(line).caller(caller)));
  }

  async rankOf(line: LineId, caller: CallerId): Promise<number | 'not-in-line'> {
    const rank = await this.redis.zrank(liveKeys(line).queue, caller);
    return rank === null ? 'not-in-line' : rank + 1;
  }

  async inOrder(line: LineId): Promise<CallerId[]> {
    return (await this.redis.zrange(liveKeys(line).queue, '0', '-1')).map(callerId);
  }

  async waitingIn(line: LineId, languages: readonly Language[]): Promise<ReadonlyMap<Language, number>> {
    const { ready } = liveKeys(line);
    const all = languages.map(async (one): Promise<[Language, number]> => [
      one,
      await this.redis.zcard(ready(one)),
    ]);
    return new Map(await Promise.all(all));
  }

  async settles(line: LineId): Promise<Instant> {
    return Number(await this.redis.hget(liveKeys(line).epoch, 'settles'));
  }

  async length(line: LineId): Promise<{ inLine: number; offered: number; first: Instant | undefined }> {
    const { queue, offers } = liveKeys(line);
    const [inLine, offered, [, first]] = await Promise.all([
      this.redis.zcard(queue),
      this.redis.zcard(offers),
      this.redis.zrange(queue, '0', '0', 'WITHSCORES'),
    ]);
    return { inLine, offered, first: first === undefined ? undefined : Number(first) };
  }
}

function keysOf(line: LineId, id: CallerId) {
  const { queue, asleep, caller } = liveKeys(line);
  return { queue, asleep, caller: caller(id) };
}

const leaving = ([offer]: string[]): Leaving =>
  offer === undefined ? 'left' : { left: 'offered', offer: offerId(offer) };
