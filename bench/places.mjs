// Telling a crowd their places, row 17: what everything costs while up to 10,000 pages wait on one node and ten of them are
// matched a second, beyond what it costs when nobody moves.
import { setTimeout as after } from 'node:timers/promises';
import { inBatches } from './lib/in-batches.mjs';
import { Pace } from './lib/pace.mjs';
import { accepts, aFreeVolunteer, aWaitingCaller } from './lib/people.mjs';
import { openHouse, startPinned } from './lib/servers.mjs';
import { costOf } from './lib/usage.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'places';
const SIZES = [1_000, 3_000, 10_000];
const VOLUNTEERS = 20;
const MATCHED_A_SECOND = 10;
const SECONDS = 10;
const AT_ONCE = 20;
/** Nobody is turned away, none is asked whether they are still there, and nobody is made free by time. */
const LINE = { hardCap: 50_000, hopelessAfter: 7 * 86_400_000, stillThere: 0, breather: 600_000 };

export async function run({ note, flags }) {
  note('accounts');
  const { kept, cookies, coordinator, close } = await openKept({ volunteers: VOLUNTEERS });
  const live = await startPinned('live');
  const house = await openHouse({ kept, live, flags });
  const [node] = house.nodes;
  await choose(node, coordinator);
  const told = new Places();
  const curve = [];
  for (const size of SIZES) {
    note(`${size} join`);
    await told.growsTo(size, node);
    const volunteers = await Promise.all(cookies.map((cookie) => aFreeVolunteer(node, cookie)));
    await after(4_000);
    note(`${size} wait`);
    const calm = await coresOf(house, () => after(SECONDS * 1_000));
    await served(volunteers, 3);
    told.heard = 0;
    note(`${size} wait, and are matched`);
    const moving = await coresOf(house, () => served(volunteers, SECONDS));
    curve.push({ waiting: size, calm, moving, told: told.heard / SECONDS });
    await Promise.all(volunteers.map(stops));
  }
  const written = await house.close();
  await live.stop();
  await close();
  const last = curve.at(-1);
  return {
    figures: [
      { row: '17', product: [100 * (last.moving - last.calm)] },
      { row: '17-all', product: [100 * last.moving] },
    ],
    curves: { places: curve },
    faults: { grown: told.grown, written },
  };
}

/** As their coordinator, in the desk's form. */
async function choose({ url }, cookie) {
  const path = `${url}/api/desk/lines/principale`;
  const headers = { 'content-type': 'application/json', 'x-veille': '1', cookie };
  const { settings } = await (await fetch(path, { headers })).json();
  const body = JSON.stringify({ ...settings, ...LINE });
  const said = await fetch(path, { method: 'PUT', headers, body });
  if (!said.ok) throw new Error(`these settings were refused: ${said.status}`);
}

/** What a crowd is told of its places: how often, and whether one ever grew. */
class Places {
  heard = 0;
  grown = 0;
  #callers = [];

  async growsTo(size, node) {
    const missing = Array.from({ length: size - this.#callers.length });
    await inBatches(missing, async () => this.#callers.push(await this.#listens(node)), AT_ONCE);
  }

  async #listens(node) {
    let lowest = Infinity;
    const caller = await aWaitingCaller(node);
    caller.hears = (event, { place }) => {
      if (event !== 'line.moved') return;
      this.heard += 1;
      if (place > lowest) this.grown += 1;
      lowest = place;
    };
    return caller;
  }
}

/** Volunteers who hear one after the other, so many a second all together, for so long. */
async function served(volunteers, seconds) {
  const free = [...volunteers];
  const underway = new Set();
  const pace = new Pace(MATCHED_A_SECOND, () => {
    const volunteer = free.shift();
    if (!volunteer) return;
    const hearing = hears(volunteer).then(() => free.push(volunteer));
    underway.add(hearing);
    hearing.then(() => underway.delete(hearing));
  });
  while (pace.catchUp() < MATCHED_A_SECOND * seconds) await after(5);
  await Promise.all(underway);
}

async function hears(volunteer) {
  await hearsOne(volunteer);
  await volunteer.ask('shift.free', {});
}

async function hearsOne(volunteer) {
  const conversation = await accepts(volunteer);
  await volunteer.ask('conversation.end', { conversation });
  await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
}

/** Whoever is free is proposed to somebody at once, and nobody stops then. */
async function stops(volunteer) {
  await hearsOne(volunteer);
  await volunteer.ask('shift.stop', {});
  await volunteer.line.close();
}

/** How many cores everything keeps busy meanwhile. */
async function coresOf({ pids }, work) {
  const { cost, took } = await costOf(pids, work);
  return cost / 1_000 / took;
}
