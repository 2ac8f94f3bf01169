// What the live store holds about one caller, key by key: no kind of key is without its way of being looked at, or without
// the reason why it never speaks of one. A new key does not compile until somebody has said which (PV1).
import { Inject, Injectable } from '@nestjs/common';
import type { CallerId, Instant, LineId } from '@veille/domain';
import { Alarms } from '../platform/alarms/alarms.js';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { type HeldEntry, type HeldKind, HeldStore } from './held.store.js';

type Keys = ReturnType<typeof liveKeys>;

/** Where one looks: `meeting` is the offer, and the conversation that bears its id; both name the same volunteer. */
type Sight = {
  readonly redis: Redis;
  readonly keys: Keys;
  readonly now: Instant;
  readonly caller: string;
  readonly meeting: string | undefined;
  readonly volunteer: string | undefined;
};
type Seen = Omit<HeldEntry, 'what'> | undefined;
type Look = { readonly as: HeldKind; readonly look: (sight: Sight) => Promise<Seen> };

const withYou = { ends: 'with-you' } as const;
const left = (until: number, now: Instant): Seen => ({ ends: Math.max(0, Math.floor(until - now)) });

/** How long this key has by itself; `undefined` when it is not there. */
async function kept(redis: Redis, key: string): Promise<Seen> {
  const time = await redis.pttl(key);
  if (time === -2) return undefined;
  return time < 0 ? withYou : { ends: time };
}

const isIn = (set: 'queue' | 'asleep') => async (sight: Sight) =>
  (await sight.redis.zscore(sight.keys[set], sight.caller)) === null ? undefined : withYou;

async function turn({ redis, keys, caller }: Sight): Promise<Seen> {
  const language = await redis.hget(keys.caller(caller), 'language');
  if (language === null) return undefined;
  return (await redis.zscore(keys.ready(language), caller)) === null ? undefined : withYou;
}

const until = (score: string | null, now: Instant): Seen =>
  score === null ? undefined : left(Number(score), now);

async function record({ redis, keys, caller, now }: Sight): Promise<Seen> {
  const joinedAt = await redis.hget(keys.caller(caller), 'joinedAt');
  const seen = await kept(redis, keys.caller(caller));
  return seen && { ...seen, ...(joinedAt !== null && { since: Math.max(0, now - Number(joinedAt)) }) };
}

async function offer({ redis, keys, meeting, now }: Sight): Promise<Seen> {
  return meeting === undefined ? undefined : until(await redis.hget(keys.offer(meeting), 'until'), now);
}

async function offerEnd({ redis, keys, meeting, now }: Sight): Promise<Seen> {
  return meeting === undefined ? undefined : until(await redis.zscore(keys.offers, meeting), now);
}

/** The record of a volunteer says which offer or conversation they are in, and so of whom. */
async function listener({ redis, keys, meeting, volunteer }: Sight): Promise<Seen> {
  if (meeting === undefined || volunteer === undefined) return undefined;
  const named = await redis.hmget(keys.volunteer(volunteer), 'offer', 'conversation');
  return named.includes(meeting) ? withYou : undefined;
}

/** Of volunteers, or of numbers: a caller's id, or that of their offer, is never in it. */
const never = undefined;

const looks: Readonly<Record<Exclude<keyof Keys, 'tag'>, Look | typeof never>> = {
  caller: { as: 'record', look: record },
  queue: { as: 'place', look: isIn('queue') },
  ready: { as: 'turn', look: turn },
  asleep: { as: 'asleep', look: isIn('asleep') },
  tab: { as: 'tab', look: ({ redis, keys, caller }) => kept(redis, keys.tab('caller', caller)) },
  callersSeen: {
    as: 'lease',
    look: async ({ redis, keys, caller, now }) => until(await redis.zscore(keys.callersSeen, caller), now),
  },
  offer: { as: 'offer', look: offer },
  offers: { as: 'offer-end', look: offerEnd },
  conversation: {
    as: 'conversation',
    look: async ({ redis, keys, meeting }) =>
      meeting === undefined ? undefined : kept(redis, keys.conversation(meeting)),
  },
  volunteer: { as: 'listener', look: listener },
  /** After a loss of the store: that they were put back. */
  returned: {
    as: 'return',
    look: async ({ redis, keys, caller }) =>
      (await redis.zscore(keys.returned, caller)) === null ? undefined : kept(redis, keys.returned),
  },
  epoch: never,
  volunteersSeen: never,
  free: never,
  recent: never,
  said: never,
};

@Injectable()
export class HeldRedisStore extends HeldStore {
  constructor(
    @Inject(LIVE_REDIS) private readonly redis: Redis,
    private readonly alarms: Alarms,
  ) {
    super();
  }

  async of(line: LineId, caller: CallerId, now: Instant): Promise<HeldEntry[]> {
    const sight = await this.#sight(line, caller, now);
    const looked = Object.values(looks).flatMap((one) => (one ? [entryOf(one, sight)] : []));
    const ids = sight.meeting === undefined ? [caller] : [caller, sight.meeting];
    const alarms = (await this.alarms.carrying(ids)).map(alarm);
    return [...(await Promise.all(looked)).flat(), ...alarms];
  }

  async #sight(line: LineId, caller: CallerId, now: Instant): Promise<Sight> {
    const { redis } = this;
    const keys = liveKeys(line);
    const [at, named, talking] = await redis.hmget(keys.caller(caller), 'at', 'offer', 'conversation');
    const offered = at === null ? await offerOfWhoLeft(redis, keys, caller) : named;
    const meeting = talking ?? offered ?? undefined;
    const volunteer =
      (talking && (await redis.hget(keys.conversation(talking), 'volunteer'))) ??
      (offered && (await redis.hget(keys.offer(offered), 'volunteer'))) ??
      undefined;
    return { redis, keys, now, caller, meeting, volunteer };
  }
}

/** Who has just left is named by their offer until it is withdrawn; nothing else leads to it any more. */
async function offerOfWhoLeft(redis: Redis, keys: Keys, caller: string): Promise<string | undefined> {
  const offers = await redis.zrange(keys.offers, '0', '-1');
  const callers = await Promise.all(offers.map((id) => redis.hget(keys.offer(id), 'caller')));
  return offers.find((_, at) => callers[at] === caller);
}

async function entryOf({ as: what, look }: Look, sight: Sight): Promise<HeldEntry[]> {
  const seen = await look(sight);
  return seen ? [{ what, ...seen }] : [];
}

const alarm = (ends: number): HeldEntry => ({ what: 'alarm', ends });
