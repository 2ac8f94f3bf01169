// From a volunteer who is free to the offer on their screen, row 11: on two nodes, with ten in the line and with 100,000.
import { minutes } from '@veille/domain';
import { liveOver } from '../apps/api/test/harness/live-stores.ts';
import { forMoves, reached } from '../apps/api/src/platform/redis/client.ts';
import { inBatches } from './lib/in-batches.mjs';
import { Person } from './lib/people.mjs';
import { each, inRounds } from './lib/rounds.mjs';
import { openHouse, startBaseline, startPinned } from './lib/servers.mjs';
import { overWs } from './lib/sides.mjs';
import { percentile } from './lib/statistics.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'offer';
const MANY = 100_000;
const A_ROUND = 12;
/** Those who come first find nodes that never did any of it: what they wait for is a start, not a service. */
const FIRST = 8;
/** Those in the line have no page here that could say that they are still there. */
const settings = { STILL_THERE_SECONDS: '0' };

/** Both lines stand all the time, so that each round is of one moment: some volunteers in either, and raw ws. */
export async function run({ rounds, random, note, flags }) {
  note('accounts');
  const { kept, cookies, close } = await openKept({ volunteers: FIRST + rounds * A_ROUND });
  const begun = { kept, cookies, flags, note };
  const few = await aHouse({ ...begun, waiting: 10 + cookies.length });
  const many = await aHouse({ ...begun, waiting: MANY });
  const ws = await startBaseline('ws-relay');
  const pairs = await overWs(ws, 20);
  const measured = await inRounds(
    { rounds, random, note },
    {
      raw: () => pairs.open({ rate: 500, seconds: 1 }),
      few: () => few.offered(A_ROUND),
      many: () => many.offered(A_ROUND),
    },
  );
  for (const one of [ws, few, many]) await one.stop();
  await close();
  return { ...figuresOf(measured), curves: curvesOf(measured, few.waiting) };
}

const p50 = (took) => percentile(took, 0.5);

function figuresOf({ raw, few, many }) {
  const asked = A_ROUND * (few.length + many.length);
  return {
    figures: [
      { row: '11', product: each(many, p50), baseline: each(raw, p50) },
      { row: '11-p99', product: [percentile(many.flat(), 0.99)] },
      { row: '11-growth', product: each(many, p50), baseline: each(few, p50) },
    ],
    faults: { unoffered: asked - [...few, ...many].flat().length },
  };
}

const curvesOf = ({ few, many }, waiting) => ({
  offer: [
    { waiting, p50: p50(few.flat()) },
    { waiting: MANY, p50: p50(many.flat()) },
  ],
});

/** Two nodes over a line of their own in which so many wait: { waiting, offered, stop }. */
async function aHouse({ kept, cookies, flags, note, waiting }) {
  note(`${waiting} waiting`);
  const live = await startPinned('live');
  const house = await openHouse({ kept, live, nodes: 2, settings, flags });
  await fill(live, waiting);
  let came = 0;
  /** Milliseconds each of so many more volunteers waited. */
  const offered = async (volunteers) => {
    const took = [];
    for (const last = came + volunteers; came < last; came += 1)
      took.push(await anOffer(house.nodes[came % house.nodes.length], cookies[came]));
    return took;
  };
  await offered(FIRST);
  const stop = async () => {
    await house.close();
    await live.stop();
  };
  return { waiting, offered, stop };
}

/** So many stand in the first line, and are here as far as the store knows. */
async function fill(live, waiting) {
  const client = await reached(forMoves(live.url));
  const { presence, lines } = await liveOver(client);
  const now = Date.now();
  const until = now + minutes(60);
  await inBatches(
    Array.from({ length: waiting }, (_, one) => `waiting-${one}`),
    async (id) => {
      await presence.appear('principale', { role: 'caller', id }, { now, until });
      await lines.join('principale', { id, language: 'fr', now });
    },
  );
  client.disconnect();
}

/** Milliseconds from starting a shift to being told the offer. */
async function anOffer(node, cookie) {
  const volunteer = await Person.open(node.url, { space: '/listen', cookie });
  await volunteer.until('volunteer.is', ({ at }) => at === 'off');
  const began = performance.now();
  const told = volunteer.until('volunteer.is', ({ at }) => at === 'offered').then(() => performance.now());
  await volunteer.ask('shift.start', { place: 'home' });
  return (await told) - began;
}
