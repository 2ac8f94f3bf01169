// When a node goes, rows 12 to 14: how soon everybody is back where they were, on the other node or on the same one started
// again, and how soon a phone that fell silent is noticed.
import { setTimeout as after } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { nextKnock } from '../apps/web/src/wire/knocking.ts';
import { aCaller, pairsOf } from './lib/people.mjs';
import { openHouse, startNode, startPinned } from './lib/servers.mjs';
import { percentile } from './lib/statistics.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'recovery';
const PAIRS = 40;

export async function run({ note, random, flags }) {
  note('accounts');
  const { kept, cookies, close } = await openKept({ volunteers: PAIRS });
  const live = await startPinned('live');
  // Started again, it must open the tickets it sealed before.
  const settings = { TICKET_KEY: randomBytes(32).toString('base64url') };
  const given = { kept, live, flags, settings };
  note('one of two is killed');
  const taken = await backAfterKill(given, { cookies, random, nodes: 2 });
  note('the only one is killed and started again');
  const again = await backAfterKill(given, { cookies, random, nodes: 1 });
  note('a phone falls silent');
  const silent = await silenceNoticed(given, cookies.slice(0, 5));
  await live.stop();
  await close();
  return {
    figures: [
      { row: '12', product: [percentile(taken.back, 0.5)] },
      { row: '12-p99', product: [percentile(taken.back, 0.99)] },
      { row: '13', product: [percentile(again.back, 0.99)] },
      { row: '13-after-boot', product: [percentile(again.back, 0.99) - again.boot] },
      { row: '14', product: [Math.max(...silent) / 1_000] },
    ],
    faults: { 'not back': 2 * PAIRS - taken.back.length - again.back.length },
  };
}

/** { back: milliseconds from the kill until each caller is told of the same conversation, boot: milliseconds }. */
async function backAfterKill({ kept, live, flags, settings }, { cookies, random, nodes }) {
  const house = await openHouse({ kept, live, nodes, flags, settings });
  const [node, other] = house.nodes;
  const pairs = await pairsOf({ cookies, callersOn: node, volunteersOn: other ?? node });
  const tickets = await Promise.all(
    pairs.map(({ people: [caller] }) => caller.until('caller.ticket', () => true)),
  );
  await after(500);
  const killed = performance.now();
  process.kill(node.pid, 'SIGKILL');
  const next = other ? undefined : startNode({ kept, live, flags, settings, port: node.port });
  const goesTo = other ?? node;
  const back = await Promise.all(
    pairs.map(async ({ conversation, people: [caller] }, number) => {
      await caller.line.closed;
      const comeBack = await untilLetIn(() => aCaller(goesTo, tickets[number]), random);
      await comeBack.until('caller.is', (is) => is.at === 'talking' && is.conversation === conversation);
      return performance.now() - killed;
    }),
  );
  const started = await next;
  const boot = started ? started.took : 0;
  await started?.stop();
  await house.close();
  return { back, boot };
}

/** At the pace of a page. */
async function untilLetIn(enter, random) {
  const began = performance.now();
  for (let tries = 0; ; tries += 1) {
    await after(nextKnock({ tries, out: performance.now() - began }, random()));
    const entered = await enter().catch(() => undefined);
    if (entered) return entered;
  }
}

/** Milliseconds until a volunteer is told that their caller, whose page answers nothing any more, is away. */
async function silenceNoticed(given, cookies) {
  const house = await openHouse(given);
  const [node] = house.nodes;
  const pairs = await pairsOf({ cookies, callersOn: node, volunteersOn: node });
  const noticed = await Promise.all(
    pairs.map(async ({ people: [caller, volunteer] }) => {
      const began = performance.now();
      caller.line.deafen();
      await volunteer.until('volunteer.is', (is) => is.at === 'talking' && is.peer === 'away');
      return performance.now() - began;
    }),
  );
  await house.close();
  return noticed;
}
