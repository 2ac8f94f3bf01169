// Looks through everything both stores hold for one caller: their id, and that of the offer or conversation they are in.
import { nameOfKey } from '../../src/platform/redis/key-names.js';
import type { Redis } from '../../src/platform/redis/client.js';
import { type StoredEntry, wholeStore } from '../../src/platform/redis/whole-store.js';

/** The id as a whole, in the name, a field, a member or a value. */
const names = (entry: StoredEntry, id: string): boolean =>
  new RegExp(`(?<![A-Za-z0-9])${id}(?![A-Za-z0-9])`).test(JSON.stringify([entry.key, entry.holds]));

/** The offers and conversations that name this caller, their own record's included. */
function meetingsOf(entries: readonly StoredEntry[], id: string): string[] {
  return entries.flatMap(({ key, holds }) => {
    const fields: Record<string, unknown> = typeof holds === 'object' ? { ...holds } : {};
    if (/:(offer|conversation):/.test(key) && fields['caller'] === id)
      return [key.slice(key.lastIndexOf(':') + 1)];
    if (!key.endsWith(`:caller:${id}`)) return [];
    return [fields['offer'], fields['conversation']].filter((one) => typeof one === 'string');
  });
}

/** The names of the rows of `docs/kept.md` under which this caller is found, each once; a key without a row as it is. */
export async function mentionsOf(id: string, stores: { live: Redis; kept?: Redis }): Promise<string[]> {
  const live = await wholeStore(stores.live);
  const kept = stores.kept ? await wholeStore(stores.kept) : [];
  const ids = [id, ...meetingsOf(live, id)];
  const found = (store: 'live' | 'kept', entries: readonly StoredEntry[]) =>
    entries
      .filter((entry) => ids.some((one) => names(entry, one)))
      .map(({ key }) => nameOfKey(store, key) ?? `no row: ${key}`);
  return [...new Set([...found('live', live), ...found('kept', kept)])].sort();
}
