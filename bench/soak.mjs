// A soak, asked for by name (`npm run bench -- soak --minutes 10`): conversations at a human pace over two nodes, and callers who
// come and go all the while; what is held in memory must not grow after the first minute.
import { setTimeout as after } from 'node:timers/promises';
import { Pace } from './lib/pace.mjs';
import { aWaitingCaller } from './lib/people.mjs';
import { openHouse, startPinned } from './lib/servers.mjs';
import { overProduct } from './lib/sides.mjs';
import { median } from './lib/statistics.mjs';
import { memoryOf } from './lib/usage.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'soak';
const PAIRS = 60;
/** A second: words and keys of all pairs together, callers who come and leave the line. */
const PACE = { says: 0.2 * PAIRS, types: 0.2 * PAIRS, comes: 2 };
const LOOK_EVERY = 5_000;

/** A node that gives back what nobody holds before it is looked at: what is left is held. */
const collecting = ['--expose-gc', '--import', new URL('./lib/collects.mjs', import.meta.url).href];

export async function run({ note, flags, minutes }) {
  note('accounts');
  const { kept, cookies, close } = await openKept({ volunteers: PAIRS });
  const live = await startPinned('live');
  const house = await openHouse({ kept, live, nodes: 2, flags: [...flags, ...collecting] });
  const [callersOn, volunteersOn] = house.nodes;
  const load = await overProduct({ cookies, callersOn, volunteersOn });
  const looks = await soaked(load, house, { minutes, note, live });
  const written = await house.close();
  await live.stop();
  await close();
  const later = looks.filter(({ at }) => at >= 60);
  const part = Math.max(1, Math.floor(later.length / 4));
  const held = (some, of) => [median(some.map((look) => look[of]))];
  const grown = (of) => ({ product: held(later.slice(-part), of), baseline: held(later.slice(0, part), of) });
  return {
    figures: [
      { row: 'soak', ...grown('nodes') },
      { row: 'soak-store', ...grown('store') },
    ],
    curves: { soak: looks },
    faults: { ...load.faults, written },
  };
}

/** What nodes and the live store hold, in MiB, every few seconds. */
async function soaked(load, house, { minutes, note, live }) {
  const comes = new Pace(PACE.comes, () => void comesAndGoes(house.nodes[0]));
  const paces = [new Pace(PACE.says, () => load.say()), new Pace(PACE.types, () => load.type()), comes];
  const began = performance.now();
  const looks = [];
  let next = LOOK_EVERY;
  while (performance.now() - began < minutes * 60_000) {
    for (const pace of paces) pace.catchUp();
    await after(5);
    const at = performance.now() - began;
    if (at < next) continue;
    next += LOOK_EVERY;
    note(`${Math.round(at / 1_000)} s of ${minutes * 60}`);
    looks.push({
      at: Math.round(at / 1_000),
      nodes: await held(house.nodes),
      store: memoryOf([live.pid]) / 2 ** 20,
    });
  }
  await load.drained();
  return looks;
}

async function held(nodes) {
  for (const { process: child } of nodes) {
    child.send('collect');
    await new Promise((resolve) => child.once('message', resolve));
  }
  return memoryOf(nodes.map(({ pid }) => pid)) / 2 ** 20;
}

async function comesAndGoes(node) {
  const caller = await aWaitingCaller(node);
  await after(3_000);
  await caller.ask('line.leave', {});
  await caller.line.close();
}
