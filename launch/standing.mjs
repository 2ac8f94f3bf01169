// The two private stores of a launch, kept standing: one that ends by itself is started again where it stood, so that the
// service finds it. The live one comes back empty, and everybody is put back in it by the service; the kept one reads its disk.
import { startStore, startStores } from './stores.mjs';

const OFTEN = 5;
const WITHIN_MS = 60_000;

/** As `startStores`; `tell` is given a sentence at each return. `ended` tells of one that will not stand. */
export async function startStandingStores({ dataDir, redis, tell = () => {} }) {
  const { live, kept, env } = await startStores({ dataDir, redis });
  const standing = [
    keepStanding(live, async () => {
      const again = await startStore({ redis, folder: live.folder });
      tell('La mémoire vive s’était arrêtée : une autre est à sa place, et chacun y retrouve la sienne.');
      return again;
    }),
    keepStanding(kept, async () => {
      const again = await startStore({ redis, dataDir, folder: kept.folder });
      tell('La mémoire gardée s’était arrêtée : elle est revenue, avec ce qu’elle gardait.');
      return again;
    }),
  ];
  return {
    env,
    ended: Promise.race(standing.map(({ ended }) => ended)),
    stop: () => Promise.all(standing.map((one) => one.stop())),
  };
}

/** Starts it `again` each time it ends, unless it was asked to, or did so too often to be trusted. */
function keepStanding(first, again) {
  let store = first;
  let isAsked = false;
  const ends = [];
  const stand = async () => {
    for (;;) {
      await store.ended;
      if (isAsked) return new Promise(() => {});
      const now = performance.now();
      ends.push(now);
      if (ends.filter((at) => now - at < WITHIN_MS).length > OFTEN) return;
      store = await again();
    }
  };
  const stop = async () => {
    isAsked = true;
    await store.stop();
  };
  // A store that cannot be started says so by ending for good.
  return { ended: stand().catch(() => {}), stop };
}
