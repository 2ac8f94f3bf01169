// Sockets that only stand there, and sockets that come, rows 7 and 8: what one holds in memory, and how many a core lets in.
import { setTimeout as after } from 'node:timers/promises';
import { inBatches } from './lib/in-batches.mjs';
import { aCaller, aWaitingCaller } from './lib/people.mjs';
import { each, inRounds } from './lib/rounds.mjs';
import { openHouse, startBaseline, startPinned } from './lib/servers.mjs';
import { SioLine } from './lib/sio-line.mjs';
import { costOf, memoryOf } from './lib/usage.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'sockets';
const IDLE = 1_500;
const COMING = 150;
const AT_ONCE = 20;

/** A node that gives back what nobody holds when it is asked to, so that memory is what is held. */
const collecting = ['--expose-gc', '--import', new URL('./lib/collects.mjs', import.meta.url).href];

const collected = async ({ process: child, pid }) => {
  child.send('collect');
  await new Promise((resolve) => child.once('message', resolve));
  await after(200);
  return memoryOf([pid]);
};

/** KiB a socket holds while it does nothing. */
async function idle(server, open) {
  const all = Array.from({ length: IDLE }, (_, number) => number);
  const lines = [];
  // What the first of them make it hold once is not theirs.
  await inBatches(all.slice(0, 100), async (number) => void lines.push(await open(number)), AT_ONCE);
  const before = await collected(server);
  await inBatches(all.slice(100), async (number) => void lines.push(await open(number)), AT_ONCE);
  return ((await collected(server)) - before) / (IDLE - 100) / 1_024;
}

/** Microseconds of processor for one who is let in. */
async function coming(pids, many, open) {
  const all = Array.from({ length: many }, (_, number) => number);
  const { cost } = await costOf(pids, async () => {
    await inBatches(all, open, AT_ONCE);
    await after(500);
  });
  return cost / many;
}

async function ofSocketIo() {
  const server = await startBaseline('sio-relay', collecting);
  const open = (number) => SioLine.open(server.url, { auth: { pair: number, side: 0 }, hear: () => {} });
  await inBatches(Array.from({ length: COMING }), (_, number) => open(`warm-${number}`), AT_ONCE);
  const connect = await coming([server.pid], 4 * COMING, (number) => open(`coming-${number}`));
  const memory = await idle(server, open);
  await server.stop();
  return { connect, memory };
}

async function ofProduct({ kept, live, flags }) {
  const house = await openHouse({ kept, live, flags: [...flags, ...collecting] });
  const [node] = house.nodes;
  const waiting = [];
  await inBatches(
    Array.from({ length: COMING }),
    async () => void waiting.push(await aWaitingCaller(node)),
    AT_ONCE,
  );
  const connect = await coming(house.pids, 4 * COMING, () => aCaller(node));
  const tickets = await Promise.all(waiting.map((caller) => caller.until('caller.ticket', () => true)));
  await Promise.all(waiting.map(({ line }) => line.close()));
  const back = await coming(house.pids, COMING, async (number) => {
    const caller = await aCaller(node, tickets[number]);
    await caller.until('caller.is', ({ at }) => at === 'waiting');
  });
  const memory = await idle(node, () => aCaller(node));
  await house.close();
  return { connect, back, memory };
}

export async function run({ rounds, random, note, flags }) {
  const { kept, close } = await openKept({ volunteers: 1 });
  const live = await startPinned('live');
  const measured = await inRounds(
    { rounds: Math.min(rounds, 3), random, note },
    { sio: ofSocketIo, product: () => ofProduct({ kept, live, flags }) },
  );
  await live.stop();
  await close();
  const of = (which, field) => each(measured[which], (one) => one[field]);
  const perCore = (which, field) => of(which, field).map((cost) => 1_000_000 / cost);
  return {
    figures: [
      { row: '7', product: of('product', 'memory'), baseline: of('sio', 'memory') },
      { row: '8', product: perCore('product', 'connect'), baseline: perCore('sio', 'connect') },
      { row: '8-back', product: perCore('product', 'back'), baseline: perCore('sio', 'connect') },
    ],
    faults: {},
  };
}
