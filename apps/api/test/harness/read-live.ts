// Everything the live store holds of one line, read back into the domain's own value, and the sets that stand beside it.
import {
  type Caller,
  type CallerId,
  callerId,
  type Conversation,
  type ConversationId,
  conversationId,
  emptyLine,
  inOrder,
  type Language,
  type LineId,
  type LiveLine,
  type Offer,
  type OfferId,
  offerId,
  type Presence,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import { callerFrom } from '../../src/line/caller-record.js';
import type { Redis } from '../../src/platform/redis/client.js';
import { liveKeys } from '../../src/platform/redis/keys.js';
import { volunteerFrom } from '../../src/volunteer/volunteer-record.js';

/** Members in their order, each with its score. */
type Ordered = [member: string, score: number][];
export type Sets = Record<'queue' | 'asleep' | 'free' | 'offers', Ordered> & {
  /** By language. */
  ready: Record<Language, Ordered>;
};

/** @throws on a key or a record that no move writes */
export async function readLive(redis: Redis, line: LineId): Promise<{ line: LiveLine; sets: Sets }> {
  const keys = liveKeys(line);
  const reading = new Reading(redis, await redis.keys(`${keys.tag}:*`));
  const [callersSeen, volunteersSeen, queue, asleep, free, offers] = await Promise.all(
    [keys.callersSeen, keys.volunteersSeen, keys.queue, keys.asleep, keys.free, keys.offers].map((key) =>
      reading.ordered(key),
    ),
  );
  const live: LiveLine = {
    epoch: emptyLine.epoch,
    callers: await reading.hashes(keys.caller(''), callerId, exactly(callerFields, callerFrom)),
    volunteers: await reading.hashes(
      keys.volunteer(''),
      volunteerId,
      exactly(volunteerFields, volunteerFrom),
    ),
    offers: await reading.hashes(keys.offer(''), offerId, offerFrom),
    conversations: await reading.hashes(keys.conversation(''), conversationId, conversationFrom),
    callerTabs: await reading.tabs(keys.tab('caller', ''), callerId, callersSeen ?? []),
    volunteerTabs: await reading.tabs(keys.tab('volunteer', ''), volunteerId, volunteersSeen ?? []),
  };
  const ready = await reading.sets(keys.ready(''));
  reading.leavesNothing();
  return {
    line: live,
    sets: {
      queue: queue ?? [],
      ready,
      asleep: asleep ?? [],
      free: free ?? [],
      offers: offers ?? [],
    },
  };
}

/** The sets as they must stand beside a line: whoever may be matched is in them, and nobody else. */
export function setsOf(line: LiveLine): Sets {
  const placed = inOrder(line);
  const free = [...line.volunteers.values()].filter((volunteer) => volunteer.at === 'free');
  const sleepers = placed.filter((caller) => caller.at === 'asleep');
  return {
    queue: placed.map(({ id, place }) => [id, place]),
    ready: readyOf(placed.filter(({ at }) => at === 'waiting')),
    asleep: ordered(sleepers.map(({ id, asleepSince }) => [id, asleepSince])),
    free: ordered(free.map(({ id, since }) => [id, since])),
    offers: ordered([...line.offers.values()].map(({ id, until }) => [id, until])),
  };
}

function readyOf(waiting: readonly Caller[]): Record<Language, Ordered> {
  const ready: Record<Language, Ordered> = {};
  for (const { id, language, place } of waiting) (ready[language] ??= []).push([id, place]);
  return ready;
}

const ordered = (set: Ordered): Ordered =>
  set.sort(([one, a], [other, b]) => a - b || (one < other ? -1 : 1));

/** Reads keys, and remembers which were not asked for. */
class Reading {
  readonly #unread: Set<string>;

  constructor(
    private readonly redis: Redis,
    private readonly keys: string[],
  ) {
    this.#unread = new Set(keys);
  }

  async ordered(key: string): Promise<Ordered> {
    this.#unread.delete(key);
    const flat = await this.redis.zrange(key, '0', '-1', 'WITHSCORES');
    return flat.flatMap((member, at): Ordered => (at % 2 === 0 ? [[member, Number(flat[at + 1])]] : []));
  }

  async sets(prefix: string): Promise<Record<string, Ordered>> {
    const all = this.#under(prefix).map(async (key): Promise<[string, Ordered]> => {
      return [key.slice(prefix.length), await this.ordered(key)];
    });
    return Object.fromEntries(await Promise.all(all));
  }

  async hashes<Id extends string, One>(
    prefix: string,
    name: (raw: string) => Id,
    read: (id: Id, record: Record<string, string>) => One | undefined,
  ): Promise<Map<Id, One>> {
    const found = new Map<Id, One>();
    const all = this.#under(prefix).map(async (key) => {
      const id = name(key.slice(prefix.length));
      const one = read(id, await this.redis.hgetall(key));
      if (one !== undefined) found.set(id, one);
    });
    await Promise.all(all);
    return found;
  }

  async tabs<Id extends string>(
    prefix: string,
    name: (raw: string) => Id,
    seen: Ordered,
  ): Promise<Map<Id, Presence>> {
    const numbers = new Set(this.#under(prefix).map((key) => key.slice(prefix.length)));
    if (seen.length !== numbers.size) throw new Error('a lease without a tab, or a tab without a lease');
    const tabs = seen.map(async ([id, until]): Promise<[Id, Presence]> => {
      const number = await this.redis.get(prefix + id);
      if (number === null) throw new Error('a lease without a tab');
      return [name(id), { tab: Number(number), until }];
    });
    return new Map(await Promise.all(tabs));
  }

  /** @throws when the store holds a key that nobody reads */
  leavesNothing(): void {
    if (this.#unread.size > 0) throw new Error(`nobody reads ${[...this.#unread].join(', ')}`);
  }

  #under(prefix: string): string[] {
    const keys = this.keys.filter((key) => key.startsWith(prefix));
    for (const key of keys) this.#unread.delete(key);
    return keys;
  }
}

type Fields = Readonly<Record<string, readonly string[]>>;
const stay = ['at', 'place', 'joinedAt', 'since', 'language'];
const callerFields: Fields = {
  waiting: stay,
  asked: [...stay, 'offer'],
  offered: [...stay, 'offer'],
  asleep: [...stay, 'asleepSince'],
  talking: [...stay, 'conversation'],
};
const shift = ['at', 'from', 'languages', 'misses'];
const volunteerFields: Fields = {
  free: [...shift, 'since'],
  reserved: [...shift, 'since', 'offer'],
  offered: [...shift, 'since', 'offer'],
  talking: [...shift, 'conversation'],
  breather: [...shift, 'until'],
  away: [...shift, 'why'],
};

/** Reads a record that holds what belongs to its state, and nothing of what is over. */
const exactly =
  <Id, One>(fields: Fields, read: (id: Id, record: Record<string, string>) => One) =>
  (id: Id, record: Record<string, string>): One => {
    const held = Object.keys(record).filter((field) => !field.startsWith('rest:'));
    const own = fields[record['at'] ?? ''] ?? [];
    if ([...held].sort().join() !== [...own].sort().join())
      throw new Error(`a record that is ${record['at']} holds ${held.join(', ')}`);
    return read(id, record);
  };

function offerFrom(id: OfferId, record: Record<string, string>): Offer {
  const { at, until } = record;
  if (at !== 'asking' && at !== 'standing') throw new Error('an offer that neither asks nor stands');
  return { id, ...pairIn(record), at, until: Number(until) };
}

function conversationFrom(id: ConversationId, record: Record<string, string>): Conversation {
  return { id, ...pairIn(record), openedAt: Number(record['openedAt']) };
}

const pairIn = ({
  caller,
  volunteer,
}: Record<string, string>): { caller: CallerId; volunteer: VolunteerId } => ({
  caller: callerId(caller ?? ''),
  volunteer: volunteerId(volunteer ?? ''),
});
