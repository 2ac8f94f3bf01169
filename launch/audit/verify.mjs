// The story of `npm run audit:verify`: every association's chain is walked; the first record that does not hold is named, and
// it fails then. Its last line is one JSON object.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhatIsStale } from '../build.mjs';
import { startChild } from '../children.mjs';
import { liveUntilAsked } from '../lifetime.mjs';
import { installPackages } from '../packages.mjs';
import { API } from '../project.mjs';
import { Refusal } from '../refusal.mjs';
import { storesThatRun } from '../running-stores.mjs';
import { createSteps } from '../steps.mjs';
import { sentenceOf, summaryOf } from './verdict.mjs';

const READER = join(API, 'dist', 'verify-audit.js');

export function tellVerify() {
  return liveUntilAsked(async () => {
    const step = createSteps();
    console.log('');
    await step('Paquets', installPackages);
    await step('Construction', asItRuns);
    const env = await storesThatRun('npm run audit:verify');
    const judged = await step(
      'Lecture',
      () => read(env),
      (all) => `${all.length} associations`,
    );
    for (const one of judged) console.log(`  ${one.holds ? '✓' : '✗'} ${sentenceOf(one)}`);
    const summary = summaryOf(judged);
    console.log(`\n${JSON.stringify(summary)}`);
    return summary.ok ? 0 : 1;
  });
}

/** Nothing is built beneath a service that runs: what reads is what stands there. */
function asItRuns(note) {
  return existsSync(READER) ? 'celle du service' : buildWhatIsStale(note);
}

/** What dist/verify-audit.js tells over its channel. */
async function read(env) {
  const child = startChild(process.execPath, [READER], { env, ipc: true });
  const told = new Promise((resolve) => child.process.once('message', resolve));
  const judged = await Promise.race([told, child.ended.then(() => undefined)]);
  if (!judged) throw new Refusal('La mémoire gardée n’a pas pu être lue.', child.said());
  return judged;
}
