// The story of `npm run audit:verify`: every association's chain is walked; the first record that does not hold is named, and
// it fails then. `--export=<file>` takes all of it away in a new file, too. Its last line is one JSON object.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
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

export function tellVerify(words = []) {
  return liveUntilAsked(async () => {
    const into = fileIn(words);
    const step = createSteps();
    console.log('');
    await step('Paquets', installPackages);
    await step('Construction', asItRuns);
    const env = await storesThatRun('npm run audit:verify');
    const { judged, lines } = await step(
      'Lecture',
      () => readAll(env, into),
      (all) => `${all.judged.length} associations`,
    );
    for (const one of judged) console.log(`  ${one.holds ? '✓' : '✗'} ${sentenceOf(one)}`);
    if (into) console.log(`  ✓ ${into} : ${lines} lignes`);
    const summary = { ...summaryOf(judged), ...(into && { exported: { file: into, lines } }) };
    console.log(`\n${JSON.stringify(summary)}`);
    return summary.ok ? 0 : 1;
  });
}

/** Nothing is built beneath a service that runs: what reads is what stands there. */
function asItRuns(note) {
  return existsSync(READER) ? 'celle du service' : buildWhatIsStale(note);
}

/** Where all of it is to be written: a file that is not there yet; undefined where it is only looked at. */
function fileIn(words) {
  const [word, ...others] = words;
  if (word === undefined) return undefined;
  const file = word.startsWith('--export=') ? word.slice('--export='.length) : '';
  if (file === '' || others.length > 0)
    throw new Refusal('On écrit npm run audit:verify, ou npm run audit:verify -- --export=<fichier>.');
  if (existsSync(file)) throw new Refusal(`Il y a déjà quelque chose à ${file} : choisissez un autre nom.`);
  return resolve(file);
}

/** What dist/verify-audit.js tells over its channel. */
async function readAll(env, into) {
  const child = startChild(process.execPath, [READER, ...(into ? [into] : [])], { env, ipc: true });
  const told = new Promise((tell) => child.process.once('message', tell));
  const read = await Promise.race([told, child.ended.then(() => undefined)]);
  const what = into
    ? 'La mémoire gardée n’a pas pu être lue, ou le fichier écrit.'
    : 'La mémoire gardée n’a pas pu être lue.';
  if (!read) throw new Refusal(what, child.said());
  return read;
}
