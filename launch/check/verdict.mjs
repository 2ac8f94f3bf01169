// A tool that took seconds to find nothing wrong need not look again at the same texts: a good verdict stands while they do.
// Tools' own caches are not used where types are read: they remember a file's verdict though a file it imports has changed.
import { readStamp, removeStamp, writeStamp } from '../stale.mjs';

/** `state` says in one word everything the part will look at; the good verdict on it is remembered in the file `stamp`. */
export function standing({ stamp, state }, part) {
  return async () => {
    const before = await state();
    if ((await readStamp(stamp)) === before) return { ok: true, output: '', note: 'as before' };
    await removeStamp(stamp);
    const result = await part();
    // What was edited while the tool looked may not have been seen.
    if (result.ok && (await state()) === before) await writeStamp(stamp, before);
    return result;
  };
}
