// The key of tickets, which every node shares: the operator's, or one that the first node ever to boot made.
import { randomBytes } from 'node:crypto';
import type { Config } from '../platform/config/config.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';

/** 32 bytes. @throws when the kept store keeps nothing */
export async function ticketKey({ TICKET_KEY: given }: Config, kept: Redis): Promise<Buffer> {
  return Buffer.from(given ?? (await shared(kept)), 'base64url');
}

async function shared(kept: Redis): Promise<string> {
  await kept.set(keptKeys.ticketKey, randomBytes(32).toString('base64url'), 'NX');
  const key = await kept.get(keptKeys.ticketKey);
  if (key === null) throw new Error('the kept store did not keep the key of tickets');
  return key;
}
