// A conversation as the live store writes one: a flat hash of two ids and an instant.
import { callerId, type Conversation, type ConversationId, volunteerId } from '@veille/domain';
import { asText } from '../platform/redis/as-text.js';

/** `undefined` for an empty hash: what is closed is not there at all. */
export function conversationIn(id: ConversationId, record: Record<string, string>): Conversation | undefined {
  const { caller, volunteer, openedAt, heardAt } = record;
  if (caller === undefined || volunteer === undefined) return undefined;
  const pair = { caller: callerId(caller), volunteer: volunteerId(volunteer) };
  const heard = heardAt === undefined ? {} : { heardAt: Number(heardAt) };
  return { id, ...pair, openedAt: Number(openedAt), ...heard };
}

/** The same hash, as a move would write it. */
export const conversationRecord = ({ id: _id, ...fields }: Conversation): Record<string, string> =>
  asText(Object.entries(fields));
