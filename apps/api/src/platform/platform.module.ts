// The technique every noun stands on: configuration, the two stores, the clock, facts and alarms. Knows no domain word.
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Connections } from './redis/connections.js';
import { Alarms } from './alarms/alarms.js';
import { BullAlarms } from './alarms/bull-alarms.js';
import { Clock, StoreClock } from './clock/clock.js';
import { CONFIG, type Config } from './config/config.js';
import { Facts } from './facts.js';
import { forHearing, forMoves, forTelling, forWaiting, type Redis } from './redis/client.js';
import { Moves } from './redis/lua-move.js';
import { storeTime } from './redis/store-time.js';
import { Hop, RedisHop } from './sockets/hop.js';

export const LIVE_REDIS = Symbol('the live store');
export const KEPT_REDIS = Symbol('the kept store');

/** Tests hand in their own clock; moves are always bounded by the store's. */
export type PlatformParts = { config: Config; clock?: Clock };

/** What every other module may ask for. */
const shared = [
  CONFIG,
  Connections,
  LIVE_REDIS,
  KEPT_REDIS,
  Clock,
  StoreClock,
  Moves,
  Hop,
  RedisHop,
  BullAlarms,
  Alarms,
  Facts,
];

@Global()
@Module({})
export class PlatformModule {
  static with({ config, clock }: PlatformParts): DynamicModule {
    const measured = new StoreClock();
    const connections = new Connections();
    const live = async () => {
      const redis = await connections.open(forMoves(config.REDIS_LIVE_URL));
      await measured.set(() => storeTime(redis));
      return redis;
    };
    const alarms = async (now: Clock) =>
      new BullAlarms(await connections.open(forWaiting(config.REDIS_LIVE_URL)), now);
    const [telling, hearing] = [forTelling(config.REDIS_LIVE_URL), forHearing(config.REDIS_LIVE_URL)];
    const hop = async () => new RedisHop(await connections.open(telling), await connections.open(hearing));
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Connections, useValue: connections },
        { provide: LIVE_REDIS, useFactory: live },
        { provide: KEPT_REDIS, useFactory: () => connections.open(forMoves(config.REDIS_KEPT_URL)) },
        { provide: Clock, useFactory: () => clock ?? measured, inject: [LIVE_REDIS] },
        { provide: StoreClock, useValue: measured },
        { provide: Moves, useFactory: (redis: Redis) => new Moves(redis, measured), inject: [LIVE_REDIS] },
        { provide: RedisHop, useFactory: hop },
        { provide: Hop, useExisting: RedisHop },
        { provide: BullAlarms, useFactory: alarms, inject: [Clock] },
        { provide: Alarms, useExisting: BullAlarms },
        { provide: Facts, useValue: new Facts() },
      ],
      exports: shared,
    };
  }
}
