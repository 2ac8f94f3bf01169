// Looks through everything both stores hold for one caller: their id, and that of the offer or conversation they are in.
import { nameOfKey } from '../../src/platform/redis/key-names.js';
import type { Redis } from '../../src/platform/redis/client.js';
import { type StoredEntry, wholeStore } from '../../src/platform/redis/whole-store.js';

/** The id as a whole, in the name, a field, a member or a value. */
const names = (entry: StoredEntry, id: string): boolean =>
  new RegExp(`(?<![A-Za-z0-9])${id}(?![A-Za-z0-9])`).test(JSON.stringify([entry.key, entry.holds]));

/** The offer or conversation a caller's record names. */
function meetingOf(entries: readonly StoredEntry[], id: string): string[] {
  const record = entries.find(({ key }) => key.endsWith(`:caller:${id}`) && !key.includes(':tab:'))?.holds;
  if (typeof record !== 'object' || record === null) return [];
  const { offer, conversation } = { offer: undefined, conversation: undefined, ...record };
  return [offer, conversation].filter((one) => typeof one === 'string');
}

/** The names of the rows of `docs/kept.md` under which this caller is found, each once; a key without a row as it is. */
export async function mentionsOf(id: string, stores: { live: Redis; kept?: Redis }): Promise<string[]> {
  const live = await wholeStore(stores.live);
  const kept = stores.kept ? await wholeStore(stores.kept) : [];
  const ids = [id, ...meetingOf(live, id)];
  const found = (store: 'live' | 'kept', entries: readonly StoredEntry[]) =>
    entries
      .filter((entry) => ids.some((one) => names(entry, one)))
      .map(({ key }) => nameOfKey(store, key) ?? `no row: ${key}`);
  return [...new Set([...found('live', live), ...found('kept', kept)])].sort();
}
