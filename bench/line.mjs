// `npm run bench`: what a join, a match, a place and a leave cost with 10, 1,000 and 100,000 waiting: the product's own moves
// on a real Redis, measured inside it. Judged are ratios; one JSON object last, and 1 when one is over its limit.
import { setTimeout as after } from 'node:timers/promises';
import { readTypescript } from '../launch/typescript.mjs';

readTypescript();
const { aRedis } = await import('../apps/api/test/harness/redis.ts');
const { liveOver } = await import('../apps/api/test/harness/live-stores.ts');
const { minutes } = await import('@veille/domain');

/** Times what it costs with ten waiting. Leaving takes one out of three ordered sets, and reads nothing else. */
const limits = { join: 1.3, match: 1.3, position: 1.3, leave: 1.5 };
const sizes = [10, 1_000, 100_000];
const rounds = Number(process.argv[2] ?? 3);
/** So many calls at a time, so many times; the quickest time says what the work costs, the others what else the machine does. */
const [calls, times] = [40, 8];
const line = 'bench';
const now = 1_800_000_000_000;
const until = now + minutes(600);

const redis = await aRedis();
const stores = await liveOver(redis.client);

const names = (what, many) => Array.from({ length: many }, (_, n) => `${what}-${n}`);
async function inBatches(all, does) {
  for (let at = 0; at < all.length; at += 500) await Promise.all(all.slice(at, at + 500).map(does));
}
const arrive = async (id, role) => stores.presence.appear(line, { role, id }, { now, until });

async function waiting(ids, language = 'fr') {
  await inBatches(ids, async (id) => {
    await arrive(id, 'caller');
    await stores.lines.join(line, { id, language, now });
  });
}

async function free(ids) {
  await inBatches(ids, async (id) => {
    await arrive(id, 'volunteer');
    await stores.volunteers.startShift(line, { id, from: 'home', languages: new Set(['fr']), now });
  });
}

/** Microseconds of the store's own processor for one, asking included: a rank costs so little that asking is most of it. */
async function processor(ids, does) {
  const found = [];
  for (let time = 0; time < times; time += 1) {
    const before = await spent();
    for (let again = 0; again < 5; again += 1) await Promise.all(ids.map(does));
    found.push(((await spent()) - before) / (5 * ids.length));
  }
  return found.sort((one, other) => one - other)[times / 2];
}

async function spent() {
  const cpu = await redis.client.info('cpu');
  const of = (kind) => Number(new RegExp(`used_cpu_${kind}_main_thread:([\\d.]+)`).exec(cpu)[1]);
  return (of('user') + of('sys')) * 1_000_000;
}

/** Microseconds inside the store for one of these calls. */
async function cost(command, ids, does) {
  const found = [];
  for (let time = 0; time < times; time += 1) {
    await redis.client.config('RESETSTAT');
    for (const id of ids.slice(time * calls, (time + 1) * calls)) await does(id);
    const stats = await redis.client.info('commandstats');
    found.push(Number(new RegExp(`cmdstat_${command}:.*usec_per_call=([\\d.]+)`).exec(stats)[1]));
  }
  return Math.min(...found);
}

async function measure(size, language) {
  await redis.client.flushall();
  await waiting(names('before', size), language);
  const own = names('caller', calls * times);
  for (const id of own) await arrive(id, 'caller');
  const join = await cost('evalsha', own, (id) => stores.lines.join(line, { id, language: 'fr', now }));
  const position = await processor(own, (id) => stores.lines.rankOf(line, id));
  const offers = names('offer', calls * times);
  // One who listens at a time, as on a busy night.
  const match = await matchCost(offers);
  const leave = await cost('evalsha', own, (id) => stores.lines.leave(line, id));
  return { join, match, position, leave };
}

async function matchCost(offers) {
  const found = [];
  await free(['vera']);
  for (let time = 0; time < times; time += 1) {
    let spent = 0;
    for (const id of offers.slice(time * calls, (time + 1) * calls)) {
      await redis.client.config('RESETSTAT');
      const said = await stores.offers.make(line, { id, at: 'standing', now, until });
      if (typeof said === 'string') throw new Error(`no match: ${said}`);
      const stats = await redis.client.info('commandstats');
      spent += Number(/cmdstat_evalsha:.*usec_per_call=([\d.]+)/.exec(stats)[1]);
      await stores.offers.withdraw(line, id);
    }
    found.push(spent / calls);
  }
  return Math.min(...found);
}

const shuffled = (all) =>
  all
    .map((one) => [Math.random(), one])
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
const figures = new Map();
const note = (name, figure) => figures.set(name, [...(figures.get(name) ?? []), figure]);

for (let round = 1; round <= rounds; round += 1) {
  const kinds = [...sizes.map((size) => ({ size, language: 'fr' })), { size: 50_000, language: 'en' }];
  const measured = new Map();
  for (const { size, language } of shuffled(kinds)) {
    measured.set(`${size}${language}`, await measure(size, language));
    await after(50);
  }
  const base = measured.get('10fr');
  for (const { size, language } of kinds.slice(1))
    for (const [what, micros] of Object.entries(measured.get(`${size}${language}`))) {
      const whose = language === 'fr' ? 'waiting' : 'waiting whom nobody free understands';
      note(`${what}, ${size} ${whose}`, { what, micros, base: base[what] });
    }
  console.log(`  round ${round} of ${rounds}`);
}
await redis.stop();

/** What else a machine does only ever adds: the least of all rounds is what the work costs. */
const least = (all) => Math.min(...all);
const rows = [...figures].map(([name, all]) => {
  const ratios = all.map(({ micros, base }) => micros / base);
  const micros = least(all.map((one) => one.micros));
  const ratio = micros / least(all.map(({ base }) => base));
  const limit = limits[all[0].what];
  return { name, micros, ratio, range: [least(ratios), Math.max(...ratios)], limit, ok: ratio <= limit };
});
for (const { name, micros, ratio, range, limit, ok } of rows) {
  const [from, to] = range.map((one) => one.toFixed(2));
  const cost = `${micros.toFixed(1).padStart(7)} µs`;
  console.log(
    `${name.padEnd(56)} ${cost}  ${ratio.toFixed(2)} [${from}-${to}]  limit ${limit}  ${ok ? 'ok' : 'OVER'}`,
  );
}
const ok = rows.every((row) => row.ok);
console.log(JSON.stringify({ ok, rounds, rows }));
process.exitCode = ok ? 0 : 1;
