// The key of tickets, which every node shares: the operator's, or one that the first node ever to boot made.
import type { Config } from '../platform/config/config.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { type SharedKey, sharedKey } from '../platform/redis/shared-key.js';

export type TicketKey = SharedKey;

/** 32 bytes. @throws when the kept store keeps nothing */
export const ticketKey = ({ TICKET_KEY: given }: Config, kept: Redis): Promise<TicketKey> =>
  sharedKey(given, keptKeys.ticketKey, kept);
