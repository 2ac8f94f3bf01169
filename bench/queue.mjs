// The line in the store, rows 9 and 10: the product's own moves, beside an empty script, with 10, 1,000 and 100,000 waiting.
// Every line is filled once; then each round measures a little of all of them, so that ratios are of the same moment.
import { minutes } from '@veille/domain';
import { liveOver } from '../apps/api/test/harness/live-stores.ts';
import { forMoves, reached } from '../apps/api/src/platform/redis/client.ts';
import { inBatches } from './lib/in-batches.mjs';
import { inRounds } from './lib/rounds.mjs';
import { startPinned } from './lib/servers.mjs';
import { median } from './lib/statistics.mjs';
import { cpuOf } from './lib/usage.mjs';

export const name = 'queue';
const line = 'bench';
const now = 1_800_000_000_000;
const until = now + minutes(600);
/** So many calls of each move a look; few enough that a busy machine leaves some looks alone. */
const CALLS = 40;
/** Who is free at once, on a busy night. */
const FREE = 5;
/** Looks in one round: the quickest says what the work costs, the others what else the machine does. */
const LOOKS = { full: 6, quick: 3 };

const sizes = { ten: 10, thousand: 1_000, hundredThousand: 100_000, notUnderstood: 50_000 };
const languageOf = (size) => (size === 'notUnderstood' ? 'en' : 'fr');
const named = (what, many) => Array.from({ length: many }, (_, number) => `${what}-${number}`);

/** A line with so many in it, on a store of its own, and a few volunteers who are free. */
class FilledLine {
  #looks = 0;

  static async of({ waiting, language = 'fr' }) {
    const filled = new FilledLine();
    filled.store = await startPinned('live');
    filled.redis = await reached(forMoves(filled.store.url));
    filled.stores = await liveOver(filled.redis);
    filled.empty = await filled.redis.script('LOAD', 'return 1');
    await inBatches(named('before', waiting), async (id) => {
      await filled.arrives(id, 'caller');
      await filled.stores.lines.join(line, { id, language, now });
    });
    await inBatches(named('vera', FREE), async (id) => {
      await filled.arrives(id, 'volunteer');
      await filled.stores.volunteers.startShift(line, { id, from: 'home', languages: new Set(['fr']), now });
    });
    return filled;
  }

  arrives(id, role) {
    return this.stores.presence.appear(line, { role, id }, { now, until });
  }

  /** New names, whose tabs are here already. */
  async newcomers(many) {
    const look = (this.#looks += 1);
    const ids = named(`look-${look}`, many);
    await inBatches(ids, (id) => this.arrives(id, 'caller'));
    return ids;
  }

  async close() {
    this.redis.disconnect();
    await this.store.stop();
  }
}

/** Microseconds inside the store for one call of a script. */
async function inScripts(redis, ids, does) {
  await redis.config('RESETSTAT');
  for (const id of ids) await does(id);
  const stats = await redis.info('commandstats');
  return Number(/cmdstat_evalsha:.*usec_per_call=([\d.]+)/.exec(stats)[1]);
}

/** Microseconds of the store's processor for one, asking included: a rank costs so little that asking is most of it. */
async function ofProcessor({ store }, ids, does) {
  const before = cpuOf([store.pid]);
  for (let again = 0; again < 5; again += 1) await Promise.all(ids.map(does));
  return (cpuOf([store.pid]) - before) / (5 * ids.length);
}

/** What each move costs once, in microseconds; leaves the line as it was. */
async function look(filled) {
  const { redis, stores } = filled;
  const ids = await filled.newcomers(CALLS);
  const join = await inScripts(redis, ids, (id) => stores.lines.join(line, { id, language: 'fr', now }));
  const position = await ofProcessor(filled, ids, (id) => stores.lines.rankOf(line, id));
  const match = await inMatches(filled, ids);
  const leave = await inScripts(redis, ids, (id) => stores.lines.leave(line, id));
  const empty = await inScripts(redis, ids, () => redis.evalsha(filled.empty, 0));
  return { join, match, position, leave, empty };
}

/** As many at a time as are free; each is withdrawn before the next are made, and only making is counted. */
async function inMatches({ redis, stores }, ids) {
  let spent = 0;
  for (let at = 0; at < ids.length; at += FREE) {
    const offers = ids.slice(at, at + FREE);
    const make = async (id) => {
      const said = await stores.offers.make(line, { id, at: 'standing', now, until });
      if (typeof said === 'string') throw new Error(`no match: ${said}`);
    };
    spent += FREE * (await inScripts(redis, offers, make));
    for (const id of offers) await stores.offers.withdraw(line, id);
  }
  return spent / ids.length;
}

/** Callers who join, and are held for who is free, per second of the store's processor; and microseconds in the scripts for each. */
async function serve(filled) {
  const { redis, stores, store } = filled;
  const ids = await filled.newcomers(CALLS * FREE);
  let [processor, scripts] = [0, 0];
  const counted = async (some, does) => {
    await redis.config('RESETSTAT');
    const before = cpuOf([store.pid]);
    await Promise.all(some.map(does));
    processor += cpuOf([store.pid]) - before;
    const stats = await redis.info('commandstats');
    scripts += Number(/cmdstat_evalsha:calls=\d+,usec=(\d+)/.exec(stats)[1]);
  };
  await counted(ids, (id) => stores.lines.join(line, { id, language: 'fr', now }));
  for (let at = 0; at < ids.length; at += FREE) {
    const offers = ids.slice(at, at + FREE);
    await counted(offers, (id) => stores.offers.make(line, { id, at: 'standing', now, until }));
    for (const id of offers) await stores.offers.withdraw(line, id);
  }
  await inBatches(ids, (id) => stores.lines.leave(line, id));
  return { perSecond: (1_000_000 * ids.length) / processor, scripts: scripts / ids.length };
}

/** The least of several looks, move by move: what else a machine does only ever adds. */
async function leastOf(looks, does) {
  const all = [];
  for (let at = 0; at < looks; at += 1) all.push(await does());
  return Object.fromEntries(
    Object.keys(all[0]).map((what) => {
      const costs = all.map((one) => one[what]);
      return [what, what === 'perSecond' ? Math.max(...costs) : Math.min(...costs)];
    }),
  );
}

export async function run({ rounds, random, note, isQuick }) {
  const looks = isQuick ? LOOKS.quick : LOOKS.full;
  const lines = {};
  for (const [size, waiting] of Object.entries(sizes)) {
    if (isQuick && size === 'notUnderstood') continue;
    note(`${waiting} join`);
    lines[size] = await FilledLine.of({ waiting, language: languageOf(size) });
  }
  const variants = Object.fromEntries(
    Object.entries(lines).map(([size, filled]) => [size, () => leastOf(looks, () => look(filled))]),
  );
  const measured = await inRounds(
    { rounds, random, note },
    { ...variants, served: () => leastOf(looks, () => serve(lines.thousand)) },
  );
  await Promise.all(Object.values(lines).map((filled) => filled.close()));
  return { figures: figuresOf(measured), curves: { queue: curveOf(measured) }, faults: {} };
}

/** What each move costs, in microseconds, by how many wait. */
function curveOf(measured) {
  return ['ten', 'thousand', 'hundredThousand'].map((size) => ({
    waiting: sizes[size],
    ...Object.fromEntries(
      ['join', 'match', 'position', 'leave'].map((what) => [
        what,
        median(measured[size].map((one) => one[what])),
      ]),
    ),
  }));
}

function figuresOf({ served, ...bySize }) {
  const of = (measured, what) => measured.map((one) => one[what]);
  const against = (size, what) => ({
    row: `10-${what}-${size}`,
    product: of(bySize[size], what),
    baseline: of(bySize.ten, what),
  });
  const moves = ['join', 'match', 'position', 'leave'];
  return [
    { row: '9', product: of(served, 'perSecond') },
    { row: '9-scripts', product: of(served, 'scripts'), baseline: of(bySize.thousand, 'empty') },
    { row: '9-match', product: of(bySize.thousand, 'match'), baseline: of(bySize.thousand, 'empty') },
    ...Object.keys(bySize)
      .filter((size) => size !== 'ten')
      .flatMap((size) => moves.map((what) => against(size, what))),
  ];
}
