// The key that seals the secrets of apps, which every node shares: the operator's, or one that the first node made.
import type { Config } from '../platform/config/config.js';
import type { Redis } from '../platform/redis/client.js';
import { keptKeys } from '../platform/redis/keys.js';
import { sharedKey } from '../platform/redis/shared-key.js';

/** 32 bytes. @throws when the kept store keeps nothing */
export const factorKey = async ({ FACTOR_KEY: given }: Config, kept: Redis): Promise<Buffer> =>
  (await sharedKey(given, keptKeys.factorKey, kept)).key;
