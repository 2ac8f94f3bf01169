// Alarms, row 15: how late an offer that nobody answers is taken back, on a calm service and when one of two nodes is killed
// while it holds the alarms of all.
import { setTimeout as after } from 'node:timers/promises';
import { aFreeVolunteer, aWaitingCaller } from './lib/people.mjs';
import { openHouse, startPinned } from './lib/servers.mjs';
import { percentile } from './lib/statistics.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'timers';
const VOLUNTEERS = 30;
/** Milliseconds: the end of an offer is counted from when a busy client hears of it, and may seem to come early by that much. */
const HEARD_LATE = 250;
const settings = { OFFER_SECONDS: '2', STILL_THERE_SECONDS: '0' };

export async function run({ note, flags }) {
  note('accounts');
  const { kept, cookies, close } = await openKept({ volunteers: VOLUNTEERS });
  const live = await startPinned('live');
  const lateness = async (nodes) => {
    const house = await openHouse({ kept, live, nodes, settings, flags });
    const late = await latenessOf(house, cookies);
    await house.close();
    return late;
  };
  note('calm');
  const calm = await lateness(1);
  note('one of two is killed');
  const killed = await lateness(2);
  await live.stop();
  await close();
  return {
    figures: [
      { row: '15', product: [percentile(calm, 0.99)] },
      { row: '15-median', product: [percentile(calm, 0.5)] },
      { row: '15-killed', product: [percentile(killed, 0.99) / 1_000] },
    ],
    faults: { early: [...calm, ...killed].filter((late) => late < -HEARD_LATE).length },
  };
}

/** Milliseconds between the end an offer was said to have and the moment its volunteer was told that it is gone. */
async function latenessOf({ nodes }, cookies) {
  const [node, other] = nodes;
  for (let caller = 0; caller < cookies.length; caller += 1) await aWaitingCaller(node);
  const volunteers = await Promise.all(cookies.map((cookie) => aFreeVolunteer(node, cookie)));
  const lateness = volunteers.map(async (volunteer) => {
    const { stands, offer } = await volunteer.until('volunteer.is', ({ at }) => at === 'offered');
    const ends = performance.now() + stands;
    await volunteer.until('volunteer.is', (is) => is.at !== 'offered' || is.offer !== offer);
    return performance.now() - ends;
  });
  if (other) {
    await after(1_500);
    process.kill(other.pid, 'SIGKILL');
  }
  return Promise.all(lateness);
}
