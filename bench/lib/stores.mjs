// What a bench does to the stores beside measuring them: one is emptied between two houses, and both are searched for words.
import { everythingIn } from '../../apps/api/test/harness/everything-in.ts';
import { forWaiting, reached } from '../../apps/api/src/platform/redis/client.ts';
import { MARK } from './sealed.mjs';

async function asking({ url }, ask) {
  const client = await reached(forWaiting(url));
  const answered = await ask(client);
  client.disconnect();
  return answered;
}

/** Of everything but its epochs: a store without one was lost, and the nodes would wait for those who were here (RB7). */
export const emptied = (store) =>
  asking(store, async (client) => {
    const keys = await client.keys('*');
    const gone = keys.filter((key) => !key.endsWith(':epoch'));
    if (gone.length > 0) await client.unlink(gone);
  });

/** How many of these stores hold the mark that every envelope of this run bears. */
export async function storesWithWords(stores) {
  const held = await Promise.all(stores.map((store) => asking(store, everythingIn)));
  return held.filter((text) => text.includes(MARK)).length;
}
