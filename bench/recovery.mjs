// When a node goes, rows 12 to 14: how soon everybody is back where they were, on the other node or on the same one started
// again, and how soon a phone that fell silent, or a node that stands still, is noticed.
import { setTimeout as after } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { callerAsks, callerTells, WIRE_VERSION } from '@veille/shared';
import { pageClock } from '../apps/web/src/wire/clock.ts';
import { Door } from '../apps/web/src/wire/door.ts';
import { nextKnock } from '../apps/web/src/wire/knocking.ts';
import { aCaller, pairsOf, Person } from './lib/people.mjs';
import { openHouse, startNode, startPinned } from './lib/servers.mjs';
import { percentile } from './lib/statistics.mjs';
import { allTalk, TalkingPage, wrongsOf } from './lib/talking-page.mjs';
import { openKept } from './lib/volunteers.mjs';

export const name = 'recovery';
const PAIRS = 40;
const SILENT = 5;
/** Three times the limit of what is waited for. */
const PATIENCE = 60_000;
/** Everybody says a word so often, before, meanwhile and after. */
const TALK_EVERY = 1_000;

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
  const silent = await silenceNoticed(given, cookies.slice(0, SILENT));
  note('a node stands still');
  const still = await stillnessNoticed(given);
  await live.stop();
  await close();
  return {
    figures: [
      { row: '12', product: [percentile(taken.back, 0.5)] },
      { row: '12-p99', product: [percentile(taken.back, 0.99)] },
      { row: '13', product: [percentile(again.back, 0.99)] },
      { row: '13-after-boot', product: [percentile(again.back, 0.99) - again.boot] },
      { row: '14', product: [Math.max(...silent) / 1_000] },
      { row: '14-node', product: [Math.max(...still) / 1_000] },
    ],
    faults: {
      'not back': 3 * PAIRS - taken.back.length - again.back.length,
      lost: taken.lost + again.lost,
      doubled: taken.doubled + again.doubled,
      disordered: taken.disordered + again.disordered,
      written: taken.written + again.written,
    },
  };
}

/**
 * A node is killed under conversations that go on. { back: milliseconds from the kill until each whom it cut off is told of the
 * same conversation, boot: milliseconds, lost, doubled, disordered: of the words, written: stores that hold one }.
 */
async function backAfterKill({ kept, live, flags, settings }, { cookies, random, nodes }) {
  const house = await openHouse({ kept, live, nodes, flags, settings });
  const [node, other] = house.nodes;
  const pairs = await talkingPairs({ cookies, callersOn: node, volunteersOn: other ?? node });
  const stopTalking = allTalk(pairs.flat(), TALK_EVERY);
  await after(3 * TALK_EVERY);
  const killed = performance.now();
  process.kill(node.pid, 'SIGKILL');
  const next = other ? undefined : startNode({ kept, live, flags, settings, port: node.port });
  const goesTo = other ?? node;
  const back = await Promise.all(
    pairs.flatMap(([caller, volunteer]) => {
      const enterCaller = () => aCaller(goesTo, caller.person.last.get('caller.ticket'));
      const enterVolunteer = () => aVolunteer(goesTo, volunteer.person);
      const cutOff = [comesBack(caller, enterCaller, random)];
      if (!other) cutOff.push(comesBack(volunteer, enterVolunteer, random));
      return cutOff.map(async (isBack) => (await isBack) - killed);
    }),
  );
  await after(2 * TALK_EVERY);
  await stopTalking();
  const wrongs = await wrongsOf(pairs);
  for (const page of pairs.flat()) page.close();
  const started = await next;
  const boot = started ? started.took : 0;
  await started?.stop();
  return { back, boot, ...wrongs, written: await house.close() };
}

async function talkingPairs(given) {
  const pairs = await pairsOf(given);
  return Promise.all(
    pairs.map(({ people: [caller, volunteer] }) =>
      Promise.all([TalkingPage.of(caller, 'caller'), TalkingPage.of(volunteer, 'volunteer')]),
    ),
  );
}

const aVolunteer = ({ url }, { cookie, last }) =>
  Person.open(url, { space: '/listen', cookie, auth: last.get('volunteer.ticket') });

/** When this page is told of its conversation again. */
async function comesBack(page, enter, random) {
  await page.person.line.closed;
  const person = await untilLetIn(enter, random);
  page.comesBack(person);
  await person.until(`${page.side}.is`, (is) => is.at === 'talking' && is.conversation === page.id);
  return performance.now();
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

/** Milliseconds until a page that waits says that it reaches the service no more: its node stands still, and closes no connection. */
async function stillnessNoticed(given) {
  const house = await openHouse(given);
  const [node] = house.nodes;
  const pages = await Promise.all(Array.from({ length: SILENT }, () => aPageThatWaits(node)));
  const began = performance.now();
  process.kill(node.pid, 'SIGSTOP');
  const noticed = await Promise.all(
    pages.map(async ({ saysLost }) => {
      await saysLost;
      return performance.now() - began;
    }),
  );
  for (const { door } of pages) door.close();
  process.kill(node.pid, 'SIGCONT');
  await house.close();
  return noticed;
}

/** With the page's own line, and all it doubts. */
async function aPageThatWaits({ url }) {
  let says;
  const saysLost = new Promise((resolve, reject) => {
    says = resolve;
    const late = () => reject(new Error('a page does not say that its node stands still'));
    setTimeout(late, PATIENCE).unref();
  });
  const door = new Door(
    {
      namespace: '/caller',
      asks: callerAsks,
      tells: callerTells,
      handshake: () => ({ version: WIRE_VERSION, line: 'principale' }),
    },
    { link: (link) => link === 'lost' && says(), refused: () => {}, closed: () => {} },
    { clock: pageClock, origin: url },
  );
  // Whoever is asked for a sign of life gives it once there is somebody who listens.
  const opened = new Promise((resolve) => door.hear('presence.ping', () => {}).hear('caller.is', resolve));
  door.open();
  await opened;
  await door.ask('line.join', {});
  return { door, saysLost };
}
