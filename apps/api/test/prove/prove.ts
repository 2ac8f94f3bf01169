// `npm run prove`: more stories than a test has time for, with progress; one JSON object last, and 1 when anything is broken.
import { parseArgs } from 'node:util';
import { type Explored, explore } from '../../../../libs/domain/test/explorer/explore.js';
import {
  inTwoLanguages,
  inVain,
  sealedLate,
  start,
  type World,
} from '../../../../libs/domain/test/explorer/world.js';
import { tellStories } from './stories.js';

/** Fewer steps where every one of them leads to more worlds. */
const LESS = 2;

export async function prove(words: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...words],
    options: {
      runs: { type: 'string', default: '1000' },
      depth: { type: 'string', default: '12' },
      seed: { type: 'string' },
    },
  });
  const [runs, depth] = [Number(values.runs), Number(values.depth)];
  const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
  const began = performance.now();
  console.log(`${runs} stories on a real Redis, over two nodes; seed ${seed}`);
  const told = await tellStories({ runs, seed, heard: progress(runs) });
  for (const [what, times] of Object.entries(told.by)) console.log(`${String(times).padStart(9)}  ${what}`);
  if (told.violation !== undefined) console.log(`\nbroken, ${told.violation}\n`);
  const explored = walk('every world of three callers and two volunteers', start, depth);
  const others = {
    inTwoLanguages: walk('one caller asks for what one volunteer speaks', inTwoLanguages, depth - LESS),
    inVain: walk('nobody waits for longer than three ticks unheard', inVain, depth - LESS),
    sealedLate: walk('a tab may remember the step before the last', sealedLate, depth - LESS),
  };
  const all = [told.violation, explored.violation, ...Object.values(others).map((one) => one.violation)];
  const found = all.filter((one) => one !== undefined);
  const ok = found.length === 0;
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(
    JSON.stringify({
      ok,
      seed,
      seconds,
      ...told,
      violations: found.length,
      violation: found[0],
      explored,
      others,
    }),
  );
  process.exitCode = ok ? 0 : 1;
}

/** Says every tenth of the way where it is. */
function progress(runs: number): (told: number, commands: number) => void {
  const step = Math.max(1, Math.floor(runs / 10));
  return (told, commands) => {
    if (told % step === 0 && told <= runs) console.log(`  ${told} stories, ${commands} deeds`);
  };
}

/** Every world that so many steps lead to from this one. */
function walk(what: string, from: World, depth: number): Explored {
  console.log(`\n${what}, ${depth} steps deep`);
  const explored = explore({
    depth,
    from,
    heard: (deep, states) => console.log(`  ${deep} steps deep: ${states} worlds`),
  });
  const { violation } = explored;
  if (violation) console.log(['\nbroken, after', ...violation.path, violation.fault].join('\n  '));
  return explored;
}
