// Everything the live store holds of one line, read back into the domain's own value, and the sets that stand beside it.
import {
  type Caller,
  type CallerId,
  callerId,
  type Conversation,
  type ConversationId,
  conversationId,
  type Epoch,
  inOrder,
  type Instant,
  type Language,
  type LineId,
  type LiveLine,
  type Offer,
  type OfferId,
  offerId,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import { callerFrom } from '../../src/line/caller-record.js';
import type { Redis } from '../../src/platform/redis/client.js';
import { liveKeys } from '../../src/platform/redis/keys.js';
import { volunteerFrom } from '../../src/volunteer/volunteer-record.js';
import { Held, type Ordered } from './held.js';

export type Sets = Record<'queue' | 'asleep' | 'free' | 'offers', Ordered> & {
  /** By language. */
  ready: Record<Language, Ordered>;
};

/** What is read of one line, and when by the store's own clock. */
export type Reading = { readonly at: Instant; readonly line: LiveLine; readonly sets: Sets };

/** At one instant: no move runs meanwhile. @throws on a key or a record that no move writes */
export const readLive = async (redis: Redis, line: LineId): Promise<Reading> =>
  readingOf(line, await Held.asked(redis, line));

/** @throws on a key or a record that no move writes */
export function readingOf(line: LineId, said: unknown): Reading {
  const keys = liveKeys(line);
  const held = Held.of(line, said);
  const [callersSeen, volunteersSeen] = [held.ordered(keys.callersSeen), held.ordered(keys.volunteersSeen)];
  const live: LiveLine = {
    epoch: epochIn(held.record(keys.epoch), held.ordered(keys.returned)),
    callers: held.hashes(keys.caller(''), callerId, exactly(callerFields, callerFrom)),
    volunteers: held.hashes(keys.volunteer(''), volunteerId, exactly(volunteerFields, volunteerFrom)),
    offers: held.hashes(keys.offer(''), offerId, offerFrom),
    conversations: held.hashes(keys.conversation(''), conversationId, conversationFrom),
    callerTabs: held.tabs(keys.tab('caller', ''), callerId, callersSeen),
    volunteerTabs: held.tabs(keys.tab('volunteer', ''), volunteerId, volunteersSeen),
  };
  const sets = {
    queue: held.ordered(keys.queue),
    ready: held.sets(keys.ready('')),
    asleep: held.ordered(keys.asleep),
    free: held.ordered(keys.free),
    offers: held.ordered(keys.offers),
  };
  held.leavesNothing();
  return { at: held.at, line: live, sets };
}

function epochIn({ name = '', began, settles }: Record<string, string>, returned: Ordered): Epoch {
  return {
    ...{ name, began: Number(began ?? 0), settles: Number(settles ?? 0) },
    returned: new Map(returned.map(([id, asOf]) => [callerId(id), asOf])),
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
    const held = Object.keys(record).filter((field) => !field.startsWith('rest:') && field !== 'network');
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
  const { openedAt, heardAt } = record;
  const heard = heardAt === undefined ? {} : { heardAt: Number(heardAt) };
  return { id, ...pairIn(record), openedAt: Number(openedAt), ...heard };
}

const pairIn = ({
  caller,
  volunteer,
}: Record<string, string>): { caller: CallerId; volunteer: VolunteerId } => ({
  caller: callerId(caller ?? ''),
  volunteer: volunteerId(volunteer ?? ''),
});
