// The key of tickets, which every node shares: the operator's, or one that the first node ever to boot made.
import { randomBytes } from 'node:crypto';
import type { Config } from '../platform/config/config.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';

/** `isNew`: this very node made it, and there is no ticket anywhere yet. */
export type TicketKey = { readonly key: Buffer; readonly isNew: boolean };

/** 32 bytes. @throws when the kept store keeps nothing */
export async function ticketKey({ TICKET_KEY: given }: Config, kept: Redis): Promise<TicketKey> {
  if (given !== undefined) return { key: Buffer.from(given, 'base64url'), isNew: false };
  const made = await kept.set(keptKeys.ticketKey, randomBytes(32).toString('base64url'), 'NX');
  const key = await kept.get(keptKeys.ticketKey);
  if (key === null) throw new Error('the kept store did not keep the key of tickets');
  return { key: Buffer.from(key, 'base64url'), isNew: made !== null };
}
