// `npm run leak`: the search at full size, told to a person as it goes, in a table, and to a machine in one last line.
// `-- --minutes 15` looks a quarter of an hour after everybody left, with the service clearing its memory as it is shipped.
import { parseArgs } from 'node:util';
import { createSteps } from '../launch/steps.mjs';
import { faultOf, tableOf } from './report.js';
import { search } from './search.js';

const TEXTS = 200;
const TALKS = 5;
const SHORTLY = 15;

/** The code to end with: 0 when nothing was found and every control was. */
export async function leak(words: readonly string[]): Promise<number> {
  const began = performance.now();
  const { values } = parseArgs({ args: [...words], options: { minutes: { type: 'string', default: '0' } } });
  const minutes = Number(values.minutes);
  if (!(minutes >= 0 && minutes <= 120)) throw new Error('--minutes takes a number from 0 to 120');
  const step = createSteps();
  const forgetting = minutes === 0 ? SHORTLY : minutes * 60;
  const { rows, marks } = await search(
    { texts: TEXTS, talks: TALKS, forgetting, heaps: true, streams: true },
    (what, work) => step(what, work, () => ''),
  );
  const faults = rows.filter((row) => faultOf(row) !== undefined);
  console.log(`\n${tableOf(rows)}\n`);
  console.log(
    faults.length === 0
      ? '  Rien n’a été trouvé, et chaque témoin l’a été.\n'
      : `  ${faults.length} ligne(s) ne tiennent pas.\n`,
  );
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(JSON.stringify({ command: 'leak', ok: faults.length === 0, seconds, minutes, marks, rows }));
  return faults.length === 0 ? 0 : 1;
}
