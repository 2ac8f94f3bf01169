// The growth by nodes: what a message costs, and what standing there costs, with one node and with up to four, the two ends of
// every pair on two different ones where there are two.
import { setTimeout as after } from 'node:timers/promises';
import { openHouse, startPinned } from './lib/servers.mjs';
import { overProduct } from './lib/sides.mjs';
import { costOf, memoryOf } from './lib/usage.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'growth';
const NODES = [1, 2, 3, 4];
const PAIRS = 24;
const size = { warm: 4_000, messages: 12_000, seconds: 2, stands: 5 };

export async function run({ note, flags }) {
  note('accounts');
  const { kept, cookies, close } = await openKept({ volunteers: PAIRS });
  const live = await startPinned('live');
  const curve = [];
  const faults = { lost: 0, disordered: 0, strayed: 0, written: 0 };
  for (const nodes of NODES) {
    note(`${nodes} nodes`);
    const house = await openHouse({ kept, live, nodes, flags });
    curve.push({ nodes, ...(await costs(house, cookies, faults)) });
    faults.written += await house.close();
  }
  await live.stop();
  await close();
  const [, two, , four] = curve;
  return {
    figures: [
      { row: 'growth-message', product: [four.message], baseline: [two.message] },
      { row: 'growth-standing', product: [four.standing], baseline: [two.standing] },
    ],
    curves: { nodes: curve },
    faults,
  };
}

/** Microseconds of processor for one message, of all that works for it; percents of a core while nothing is said; MiB of a node. */
async function costs(house, cookies, faults) {
  const { nodes, pids } = house;
  const share = cookies.length / nodes.length;
  const loads = [];
  for (const [at, callersOn] of nodes.entries()) {
    const volunteersOn = nodes[(at + 1) % nodes.length];
    loads.push(
      await overProduct({ cookies: cookies.slice(at * share, (at + 1) * share), callersOn, volunteersOn }),
    );
  }
  const each = (messages) =>
    Promise.all(
      loads.map((load) => load.closed({ messages: messages / loads.length, seconds: size.seconds })),
    );
  await each(size.warm);
  const { cost, result } = await costOf(pids, () => each(size.messages));
  await after(1_000);
  const still = await costOf(pids, () => after(size.stands * 1_000));
  for (const load of loads)
    for (const fault of ['lost', 'disordered', 'strayed']) faults[fault] += load.faults[fault];
  return {
    message: cost / result.reduce((sum, { messages }) => sum + messages, 0),
    standing: (100 * still.cost) / 1_000 / still.took,
    memory: memoryOf([nodes[0].pid]) / 2 ** 20,
  };
}
