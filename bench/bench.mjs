// The story of `npm run bench`: what it stands on is found and built, then the parts that are asked for are measured, told and
// judged. `-- relay queue`: these parts only. `--quick`: what npm test asks. `-- soak --minutes 10`: that memory stays flat.
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { buildWhatIsStale } from '../launch/build.mjs';
import { liveUntilAsked } from '../launch/lifetime.mjs';
import { installPackages } from '../launch/packages.mjs';
import { describeRedis, findOrFetchRedis } from '../launch/redis.mjs';
import { Refusal } from '../launch/refusal.mjs';
import { createSteps } from '../launch/steps.mjs';
import { readTypescript } from '../launch/typescript.mjs';
import { canMeasure, isBusy, machineNow, pinClient } from './lib/machine.mjs';
import { randomFrom } from './lib/statistics.mjs';
import { faultsLine, lineOf } from './lib/telling.mjs';
import { holds, judged } from './lib/verdict.mjs';

const PARTS = [
  'relay',
  'queue',
  'sockets',
  'offer',
  'timers',
  'recovery',
  'conversation',
  'places',
  'growth',
  'screen',
];
/** Only by name: how long is asked for. */
const BY_NAME = ['soak'];
/** What `--quick` measures, and in how many rounds. */
const QUICK = { parts: ['relay', 'queue'], rounds: 3 };
const ROUNDS = 5;

const budgets = JSON.parse(readFileSync(new URL('./budgets.json', import.meta.url), 'utf8'));

export function runBench(words) {
  return liveUntilAsked(async () => {
    const asked = readWords(words);
    if (!canMeasure())
      throw new Refusal('Le banc lit ce que coûte un processus dans /proc : il lui faut Linux.');
    const step = createSteps();
    console.log('');
    await step('Paquets', installPackages);
    const redis = await step('Redis', findOrFetchRedis, describeRedis);
    await step('Construction', buildWhatIsStale);
    readTypescript();
    pinClient();
    const report = await measureAll(asked, { step, machine: machineNow({ redis: redis.version }) });
    if (asked.json) await writeFile(asked.json, `${JSON.stringify(report, undefined, 2)}\n`);
    console.log(`\n${JSON.stringify(withoutRounds(report))}`);
    return report.ok ? 0 : 1;
  });
}

function readWords(words) {
  const known = [...PARTS, ...BY_NAME];
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      rounds: { type: 'string' },
      seed: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      node: { type: 'string', multiple: true, default: [] },
    },
  });
  const unknown = positionals.find((part) => !known.includes(part));
  if (unknown) throw new Refusal(`Le banc n’a pas de partie « ${unknown} » : ${known.join(', ')}.`);
  const minutes = Number(values.minutes);
  if (!(minutes >= 2 && minutes <= 600)) throw new Refusal('Une endurance dure de 2 à 600 minutes.');
  const { quick: isQuick, json } = values;
  return {
    isQuick,
    json,
    minutes,
    parts: positionals.length > 0 ? positionals : isQuick ? QUICK.parts : PARTS,
    rounds: Number(values.rounds ?? (isQuick ? QUICK.rounds : ROUNDS)),
    seed: Number(values.seed ?? Date.now() % 1_000_000),
    flags: values.node,
  };
}

async function measureAll({ parts, seed, ...asked }, { step, machine }) {
  const began = performance.now();
  const [rows, faults, curves, random] = [[], {}, {}, randomFrom(seed)];
  for (const name of parts) {
    const { run } = await import(`./${name}.mjs`);
    const state = { ...asked, isBusy: isBusy() };
    const found = await step(
      name,
      (note) => run({ ...asked, random, note }),
      () => '',
    );
    faults[name] = found.faults;
    Object.assign(curves, found.curves);
    const told = found.figures.map((figure) => judged(figure, budgets[figure.row], state));
    rows.push(...told);
    for (const row of told) console.log(lineOf(row));
    if (Object.keys(found.faults).length > 0) console.log(faultsLine(name, found.faults));
  }
  const seconds = Math.round((performance.now() - began) / 1_000);
  const { isQuick: quick, rounds } = asked;
  return {
    command: 'bench',
    ok: holds(rows, faults),
    quick,
    seconds,
    seed,
    rounds,
    machine,
    faults,
    curves,
    rows,
  };
}

/** A last line one can read; what each round measured is in the file of `--json`. */
const withoutRounds = (report) => ({
  ...report,
  rows: report.rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'rounds')),
  ),
});
