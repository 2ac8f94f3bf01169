// A key every node shares: the operator's, or one that the first node ever to boot made.
import { randomBytes } from 'node:crypto';
import type { Redis } from './client.js';

/** `isNew`: this very node made it, and nothing anywhere is sealed under it yet. */
export type SharedKey = { readonly key: Buffer; readonly isNew: boolean };

/** 32 bytes; `given` in base64url. @throws when the kept store keeps nothing */
export async function sharedKey(given: string | undefined, name: string, kept: Redis): Promise<SharedKey> {
  if (given !== undefined) return { key: Buffer.from(given, 'base64url'), isNew: false };
  const made = await kept.set(name, randomBytes(32).toString('base64url'), 'NX');
  const key = await kept.get(name);
  if (key === null) throw new Error('the kept store did not keep a key of the house');
  return { key: Buffer.from(key, 'base64url'), isNew: made !== null };
}
