// The story of `npm run handover`: both stores of the installation that runs are read whole, judged by docs/kept.md and
// written down for a person and for a machine. It fails when anything is there that should not be; its last line is one
// JSON object.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { buildWhatIsStale } from '../build.mjs';
import { startChild } from '../children.mjs';
import { liveUntilAsked } from '../lifetime.mjs';
import { installPackages } from '../packages.mjs';
import { API, ROOT } from '../project.mjs';
import { Refusal } from '../refusal.mjs';
import { storesThatRun } from '../running-stores.mjs';
import { createSteps } from '../steps.mjs';
import { pageOf } from './page.mjs';
import { keptRows } from './rows.mjs';
import { aSample, SAID } from './sample.mjs';

const READER = join(API, 'dist', 'disclose.js');
const OWN = { folder: join(ROOT, 'data', 'handover'), name: 'handover' };
const SAMPLE = { folder: join(ROOT, 'docs'), name: 'handover-sample' };

export function tellHandover(words) {
  const isSample = words.includes('--sample');
  return liveUntilAsked(async () => {
    const step = createSteps();
    console.log('');
    await step('Paquets', installPackages);
    await step('Construction', isSample ? buildWhatIsStale : asItRuns);
    const env = isSample
      ? await step('Exemple', aSample, () => 'une conversation, deux personnes qui attendent')
      : await storesThatRun('npm run handover');
    const said = isSample ? SAID : [];
    const found = await step('Lecture', () => read(env, said), describe);
    const where = { ...(isSample ? SAMPLE : OWN), ...folderIn(words) };
    const files = await step('Écriture', () => write(found, where, isSample), String);
    for (const { store, key, why } of found.faults) console.error(`  ✗ ${why}: ${store} ${key}`);
    console.log(`\n${JSON.stringify(summaryOf(found, files))}`);
    return found.faults.length === 0 ? 0 : 1;
  });
}

/** Danger: built anew, the pages of a service that runs from this folder would change under those who read them. */
async function asItRuns(note) {
  return existsSync(READER) ? 'celle du service' : buildWhatIsStale(note);
}

/** `--into=<folder>`: elsewhere than in data/handover, or docs. */
function folderIn(words) {
  const folder = words.find((word) => word.startsWith('--into='))?.slice('--into='.length);
  return folder ? { folder } : {};
}

/** What dist/disclose.js tells over its channel. */
async function read(env, said) {
  const child = startChild(process.execPath, [READER, ...said], { env, ipc: true });
  const told = new Promise((resolve) => child.process.once('message', resolve));
  const disclosure = await Promise.race([told, child.ended.then(() => undefined)]);
  if (!disclosure) throw new Refusal('Les deux mémoires n’ont pas pu être lues.', child.said());
  return disclosure;
}

/** For a person and for a machine; readable by nobody else on this machine. The sample is one page, set as the project sets it. */
async function write(found, { folder, name }, isSample) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const text = pageOf(found, { rows: keptRows(), isSample });
  const file = (kind) => join(folder, `${name}.${kind}`);
  if (isSample) {
    const { format, resolveConfig } = await import('prettier');
    await writeFile(
      file('md'),
      await format(text, { ...(await resolveConfig(file('md'))), parser: 'markdown' }),
    );
    return [relative(ROOT, file('md'))];
  }
  await writeFile(file('md'), text, { mode: 0o600 });
  await writeFile(file('json'), JSON.stringify(found, undefined, 2), { mode: 0o600 });
  return [file('md'), file('json')].map((path) => relative(ROOT, path));
}

const describe = ({ entries, faults }) =>
  `${entries.length} entrées, ${faults.length === 0 ? 'chacune à sa ligne' : `${faults.length} fautes`}`;

function summaryOf({ entries, faults }, files) {
  const of = (store) => entries.filter((entry) => entry.store === store).length;
  const rows = new Set(entries.map(({ row }) => row)).size;
  return {
    command: 'handover',
    ok: faults.length === 0,
    live: of('live'),
    kept: of('kept'),
    rows,
    faults,
    files,
  };
}
