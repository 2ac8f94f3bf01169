// A volunteer as the live store writes one: a flat hash, read back into the domain's union or refused whole.
import { conversationId, offerId, placeId, type Volunteer, type VolunteerId } from '@veille/domain';
import { asText } from '../platform/redis/as-text.js';

/** `undefined` for an empty hash: who is off is not there at all. @throws on a record no move writes */
export function volunteerFrom(id: VolunteerId, record: Record<string, string>): Volunteer | undefined {
  const { at, offer, conversation, until, why } = record;
  if (at === undefined) return undefined;
  const base = {
    id,
    from: placeId(record['from'] ?? 'home'),
    languages: new Set(record['languages']?.split(' ')),
    misses: Number(record['misses'] ?? 0),
  };
  const since = Number(record['since']);
  if (at === 'free') return { ...base, at, since };
  if ((at === 'reserved' || at === 'offered') && offer !== undefined)
    return { ...base, at, since, offer: offerId(offer) };
  if (at === 'talking' && conversation !== undefined)
    return { ...base, at, conversation: conversationId(conversation) };
  if (at === 'breather') return { ...base, at, until: Number(until) };
  if (at === 'away') return { ...base, at, why: why === 'missed' ? 'missed' : 'paused' };
  throw new Error('a volunteer record is not one that a move writes');
}

/** The same hash, as a move would write it. */
export const volunteerRecord = ({ id: _id, ...fields }: Volunteer): Record<string, string> =>
  asText(Object.entries(fields));
