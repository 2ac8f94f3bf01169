// Conversations at a human pace, row 16: what everything that works for them costs, while each says a word every ten seconds
// and types every five, answers its pings and has its tickets renewed.
import { setTimeout as after } from 'node:timers/promises';
import { Pace } from './lib/pace.mjs';
import { openHouse, startPinned } from './lib/servers.mjs';
import { overProduct } from './lib/sides.mjs';
import { costOf, memoryOf } from './lib/usage.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'conversation';
const full = { sizes: [100, 300, 1_000], seconds: 15 };
const quick = { sizes: [100], seconds: 10 };
/**
 * Until everybody has spoken, and the alarms of the offers they came from have rung: what a conversation costs once is not what
 * it costs by the hour, and is not counted.
 */
const WARM = 28;
/** Of one conversation, a second. */
const PACE = { says: 0.1, types: 0.2 };

export async function run({ note, isQuick, flags }) {
  const { sizes, seconds } = isQuick ? quick : full;
  const most = sizes.at(-1);
  note(`${most} accounts`);
  const { kept, cookies, close } = await openKept({ volunteers: most });
  const live = await startPinned('live');
  const house = await openHouse({ kept, live, flags });
  const [node] = house.nodes;
  const [curve, loads] = [[], []];
  for (const size of sizes) {
    note(`${size} conversations`);
    const more = cookies.slice(
      loads.reduce((sum, { pairs }) => sum + pairs.length, 0),
      size,
    );
    loads.push(await overProduct({ cookies: more, callersOn: node, volunteersOn: node }));
    // What pairing them left to do is done.
    await after(2_000);
    await atHumanPace(loads, house, { size, seconds: WARM });
    curve.push(await atHumanPace(loads, house, { size, seconds }));
  }
  const faults = loads.map((load) => load.faults);
  const written = await house.close();
  await live.stop();
  await close();
  const last = curve.at(-1);
  return {
    figures: [{ row: '16', product: [(last.cores * 100 * 1_000) / last.size] }],
    curves: { conversations: curve },
    faults: {
      lost: sum(faults, 'lost'),
      disordered: sum(faults, 'disordered'),
      strayed: sum(faults, 'strayed'),
      written,
    },
  };
}

const sum = (all, field) => all.reduce((total, one) => total + one[field], 0);

/** Cores that are busy with it all, and what the node holds in memory. */
async function atHumanPace(loads, house, { size, seconds }) {
  const { cost, took } = await costOf(house.pids, async () => {
    const paces = loads.flatMap((load) => [
      new Pace(PACE.says * load.pairs.length, () => load.say()),
      new Pace(PACE.types * load.pairs.length, () => load.type()),
    ]);
    const until = performance.now() + seconds * 1_000;
    while (performance.now() < until) {
      for (const pace of paces) pace.catchUp();
      await after(2);
    }
    await Promise.all(loads.map((load) => load.drained()));
  });
  return { size, cores: cost / 1_000 / took, memory: memoryOf([house.nodes[0].pid]) };
}
