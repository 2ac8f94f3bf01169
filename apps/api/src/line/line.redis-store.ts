// The line in the live store: a sorted set of places, and beside it the set of those among them who wait for an offer.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Caller,
  type CallerId,
  callerId,
  type Duration,
  hours,
  type Instant,
  type Leaving,
  type LineId,
  offerId,
} from '@veille/domain';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { callerFrom } from './caller-record.js';
import { LineStore } from './line.store.js';

const joinLine = luaMove('line/join-line.lua', {
  keys: ['queue', 'ready', 'caller'],
  args: ['notAfter', 'id', 'now', 'keepFor'],
  says: ['joined', 'already-here', 'stale'],
});
const leaveLine = luaMove('line/leave-line.lua', {
  keys: ['queue', 'ready', 'caller', 'asleep'],
  args: ['notAfter', 'id'],
  says: ['left', 'not-in-line', 'stale'],
});
const lapseCaller = luaMove('line/lapse-caller.lua', {
  keys: ['queue', 'ready', 'caller', 'seen', 'asleep'],
  args: ['notAfter', 'id', 'now', 'grace'],
  says: ['left', 'still-here', 'not-in-line', 'stale'],
});
const wakeCaller = luaMove('line/wake-caller.lua', {
  keys: ['ready', 'caller', 'asleep'],
  args: ['notAfter', 'id'],
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

  async join(line: LineId, caller: CallerId, now: Instant): Promise<'joined' | 'already-here'> {
    const args = { id: caller, now, keepFor: hours(24) };
    const { word } = await this.moves.run(joinLine, { keys: keysOf(line, caller), args });
    return word;
  }

  async leave(line: LineId, caller: CallerId): Promise<Leaving> {
    const { word, details } = await this.moves.run(leaveLine, {
      keys: keysOf(line, caller),
      args: { id: caller },
    });
    return word === 'left' ? leaving(details) : word;
  }

  async lapse(
    line: LineId,
    caller: CallerId,
    { grace, now }: { grace: Duration; now: Instant },
  ): Promise<Leaving | 'still-here'> {
    const keys = { ...keysOf(line, caller), seen: liveKeys(line).callersSeen };
    const { word, details } = await this.moves.run(lapseCaller, { keys, args: { id: caller, now, grace } });
    return word === 'left' ? leaving(details) : word;
  }

  async wake(line: LineId, caller: CallerId): Promise<'awake' | 'not-asleep'> {
    const { word } = await this.moves.run(wakeCaller, { keys: keysOf(line, caller), args: { id: caller } });
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
  const { queue, ready, asleep, caller } = liveKeys(line);
  return { queue, ready, asleep, caller: caller(id) };
}

const leaving = ([offer]: string[]): Leaving =>
  offer === undefined ? 'left' : { left: 'offered', offer: offerId(offer) };
