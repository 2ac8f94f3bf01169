// From a volunteer who is free to the offer on their screen, row 11: on two nodes, with ten in the line and with 100,000.
import { minutes } from '@veille/domain';
import { liveOver } from '../apps/api/test/harness/live-stores.ts';
import { forMoves, reached } from '../apps/api/src/platform/redis/client.ts';
import { inBatches } from './lib/in-batches.mjs';
import { Person } from './lib/people.mjs';
import { openHouse, startBaseline, startPinned } from './lib/servers.mjs';
import { overWs } from './lib/sides.mjs';
import { percentile } from './lib/statistics.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'offer';
const WARM = 60;
/** Those who come first find nodes that never did any of it: what they wait for is a start, not a service. */
const FIRST = 8;
const VOLUNTEERS = FIRST + WARM;
/** Those in the line have no page here that could say that they are still there. */
const settings = { STILL_THERE_SECONDS: '0' };

export async function run({ note, flags }) {
  note('accounts');
  const { kept, cookies, close } = await openKept({ volunteers: VOLUNTEERS });
  const live = await startPinned('live');
  const took = {};
  for (const waiting of [10 + VOLUNTEERS, 100_000]) {
    note(`${waiting} waiting`);
    const house = await openHouse({ kept, live, nodes: 2, settings, flags });
    await fill(live, waiting);
    took[waiting] = await offered(house, cookies);
    await house.close();
  }
  note('raw ws');
  const ws = await startBaseline('ws-relay');
  const raw = percentile(await (await overWs(ws, 20)).open({ rate: 500, seconds: 2 }), 0.5);
  await ws.stop();
  await live.stop();
  await close();
  const [few, many] = Object.values(took).map((all) => all.slice(FIRST));
  return {
    figures: [
      { row: '11', product: [percentile(many, 0.5)], baseline: [raw] },
      { row: '11-p99', product: [percentile(many, 0.99)] },
      { row: '11-growth', product: [percentile(many, 0.5)], baseline: [percentile(few, 0.5)] },
    ],
    curves: {
      offer: Object.entries(took).map(([waiting, all]) => ({
        waiting: Number(waiting),
        p50: percentile(all.slice(FIRST), 0.5),
      })),
    },
    faults: { unoffered: 2 * WARM - few.length - many.length },
  };
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

/** Milliseconds from starting a shift to being told the offer, one after the other, on one node and on the other in turn. */
async function offered({ nodes }, cookies) {
  const took = [];
  for (const [number, cookie] of cookies.entries()) {
    const volunteer = await Person.open(nodes[number % nodes.length].url, { space: '/listen', cookie });
    await volunteer.until('volunteer.is', ({ at }) => at === 'off');
    const began = performance.now();
    const told = volunteer.until('volunteer.is', ({ at }) => at === 'offered').then(() => performance.now());
    await volunteer.ask('shift.start', { place: 'home' });
    took.push((await told) - began);
  }
  return took;
}
