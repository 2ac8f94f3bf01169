// A caller as the live store writes one: a flat hash, read back into the domain's union or refused whole.
import {
  type Caller,
  type CallerId,
  conversationId,
  mainOf,
  offerId,
  sinces,
  type VolunteerId,
  type Waiting,
  volunteerId,
} from '@veille/domain';
import { asText } from '../platform/redis/as-text.js';

const REST = 'rest:';

/** `undefined` for an empty hash: who is gone is not there at all. @throws on a record no move writes */
export function callerFrom(id: CallerId, record: Record<string, string>): Caller | undefined {
  if (record['at'] === undefined) return undefined;
  const base = {
    id,
    place: Number(record['place']),
    ...waitingFrom(record),
    resting: restsIn(record),
  };
  const { at, offer, conversation, asleepSince } = record;
  if (at === 'waiting') return { ...base, at };
  if ((at === 'asked' || at === 'offered') && offer !== undefined)
    return { ...base, at, offer: offerId(offer) };
  if (at === 'asleep') return { ...base, at, asleepSince: Number(asleepSince) };
  if (at === 'talking' && conversation !== undefined)
    return { ...base, at, conversation: conversationId(conversation) };
  throw new Error('a caller record is not one that a move writes');
}

/** What a volunteer is told of them. */
export const waitingFrom = (record: Record<string, string>): Waiting => ({
  joinedAt: Number(record['joinedAt']),
  since: sinces.find((since) => since === record['since']) ?? 'joined',
  language: record['language'] ?? mainOf([]),
});

/** The same hash, as a move would write it. */
export function callerRecord({ id: _id, resting, ...fields }: Caller): Record<string, string> {
  const rests = [...resting].map(([volunteer, until]) => [REST + volunteer, until] as const);
  return asText([...Object.entries(fields), ...rests]);
}

function restsIn(record: Record<string, string>): ReadonlyMap<VolunteerId, number> {
  const rests = Object.entries(record).filter(([field]) => field.startsWith(REST));
  return new Map(rests.map(([field, until]) => [volunteerId(field.slice(REST.length)), Number(until)]));
}
