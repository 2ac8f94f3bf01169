// Networks in the live store, which has no disk: halves of keys, and counts named by what these make of a prefix.
import { Inject, Injectable } from '@nestjs/common';
import type { Duration, Instant, Rate } from '@veille/domain';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { doorKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { type Coming, NetworkStore } from './network.store.js';

const takeTurn = luaMove('network/take-turn.lua', {
  keys: ['turns'],
  args: ['notAfter', 'now', 'every', 'burst', 'patience'],
  says: ['go-on', 'too-fast', 'stale'],
});

@Injectable()
export class NetworkRedisStore extends NetworkStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly live: Redis,
  ) {
    super();
  }

  async keep(period: number, half: string, lasts: Duration): Promise<void> {
    await this.live.set(doorKeys.networkKey(period), half, 'PX', lasts, 'NX');
  }

  async halves(periods: readonly number[]): Promise<(string | undefined)[]> {
    const halves = await this.live.mget(periods.map((period) => doorKeys.networkKey(period)));
    return halves.map((half) => half ?? undefined);
  }

  async take(
    { what, network }: Coming,
    { every, burst, patience }: Rate,
    now: Instant,
  ): Promise<{ wait: Duration } | 'too-fast'> {
    const { word, details } = await this.moves.run(takeTurn, {
      keys: { turns: doorKeys.networkTurns(what, network) },
      args: { now, every, burst, patience },
    });
    return word === 'too-fast' ? word : { wait: Number(details[0]) };
  }
}
