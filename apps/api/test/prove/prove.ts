// `npm run prove`: more stories than a test has time for, with progress; one JSON object last, and 1 when anything is broken.
import { parseArgs } from 'node:util';
import { type Explored, explore } from '../../../../libs/domain/test/explorer/explore.js';
import { tellStories } from './stories.js';

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
  const explored = walk(depth);
  const found = [told.violation, explored.violation].filter((one) => one !== undefined);
  const ok = found.length === 0;
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(
    JSON.stringify({ ok, seed, seconds, ...told, violations: found.length, violation: found[0], explored }),
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

/** Every world of three callers and two volunteers that so many steps lead to. */
function walk(depth: number): Explored {
  console.log(`\nevery world of three callers and two volunteers, ${depth} steps deep`);
  const explored = explore({
    depth,
    heard: (deep, states) => console.log(`  ${deep} steps deep: ${states} worlds`),
  });
  const { violation } = explored;
  if (violation) console.log(['\nbroken, after', ...violation.path, violation.fault].join('\n  '));
  return explored;
}
