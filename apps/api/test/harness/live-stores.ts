// Every store of the live side at once, in memory or on a real Redis: what the contracts are run on.
import { ConversationRedisStore } from '../../src/conversation/conversation.redis-store.js';
import type { ConversationStore } from '../../src/conversation/conversation.store.js';
import { LineRedisStore } from '../../src/line/line.redis-store.js';
import type { LineStore } from '../../src/line/line.store.js';
import { OfferRedisStore } from '../../src/offer/offer.redis-store.js';
import type { OfferStore } from '../../src/offer/offer.store.js';
import { StoreClock } from '../../src/platform/clock/clock.js';
import type { Redis } from '../../src/platform/redis/client.js';
import { Moves } from '../../src/platform/redis/lua-move.js';
import { storeTime } from '../../src/platform/redis/store-time.js';
import { PresenceRedisStore } from '../../src/presence/presence.redis-store.js';
import type { PresenceStore } from '../../src/presence/presence.store.js';
import { RebuildRedisStore } from '../../src/rebuild/rebuild.redis-store.js';
import type { RebuildStore } from '../../src/rebuild/rebuild.store.js';
import { VolunteerRedisStore } from '../../src/volunteer/volunteer.redis-store.js';
import type { VolunteerStore } from '../../src/volunteer/volunteer.store.js';
import { ConversationMemoryStore } from './memory/conversation.memory-store.js';
import { LineMemoryStore } from './memory/line.memory-store.js';
import { LiveMemory } from './memory/live-memory.js';
import { OfferMemoryStore } from './memory/offer.memory-store.js';
import { PresenceMemoryStore } from './memory/presence.memory-store.js';
import { RebuildMemoryStore } from './memory/rebuild.memory-store.js';
import { VolunteerMemoryStore } from './memory/volunteer.memory-store.js';

export type LiveStores = {
  presence: PresenceStore;
  lines: LineStore;
  volunteers: VolunteerStore;
  offers: OfferStore;
  conversations: ConversationStore;
  rebuild: RebuildStore;
  disk: NoDisk;
};

/** What a store without a disk can do besides: lose everything. */
export type NoDisk = { readonly loses: () => Promise<void> };

export function liveInMemory(live = new LiveMemory()): LiveStores {
  return {
    presence: new PresenceMemoryStore(live),
    lines: new LineMemoryStore(live),
    volunteers: new VolunteerMemoryStore(live),
    offers: new OfferMemoryStore(live),
    conversations: new ConversationMemoryStore(live),
    rebuild: new RebuildMemoryStore(live),
    disk: { loses: async () => live.loses() },
  };
}

/** On an emptied Redis. */
export async function liveInRedis(redis: Redis): Promise<LiveStores> {
  await redis.flushall();
  return liveOver(redis);
}

/** As one more node would, over a connection of its own. */
export async function liveOver(redis: Redis): Promise<LiveStores> {
  const clock = new StoreClock();
  await clock.set(() => storeTime(redis));
  const moves = new Moves(redis, clock);
  return {
    presence: new PresenceRedisStore(moves, redis),
    lines: new LineRedisStore(moves, redis),
    volunteers: new VolunteerRedisStore(moves, redis),
    offers: new OfferRedisStore(moves, redis),
    conversations: new ConversationRedisStore(moves, redis),
    rebuild: new RebuildRedisStore(moves, redis),
    disk: { loses: async () => void (await redis.flushall()) },
  };
}
