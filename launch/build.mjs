// Builds the four workspaces when their sources or their built files are not those of the last build.
// Looking takes some tens of milliseconds, so a second start never wakes the build tool.
import { join } from 'node:path';
import { runChild } from './children.mjs';
import { CACHE, ROOT, WORKSPACES } from './project.mjs';
import { filesUnder, fingerprint, readStamp, removeStamp, traceOf, writeStamp } from './stale.mjs';

const STAMP = join(CACHE, 'build.json');
const NX = join(ROOT, 'node_modules', '.bin', 'nx');
const NX_DATA = join(ROOT, '.nx');
const SHARED_INPUTS = ['package-lock.json', 'tsconfig.base.json', 'nx.json'].map((file) => join(ROOT, file));
const SOURCES = WORKSPACES.map((folder) => join(ROOT, folder));
const OUTPUTS = SOURCES.map((folder) => join(folder, 'dist'));

export async function buildWhatIsStale(note) {
  if ((await readStamp(STAMP)) === (await currentState())) return 'à jour';
  note('une demi-minute environ');
  await removeStamp(STAMP);
  await runChild(process.execPath, [NX, 'run-many', '-t', 'build', '--output-style=static'], {
    cwd: ROOT,
    // Its caches stay with the project instead of in the user's home.
    env: { NX_CACHE_DIRECTORY: join(NX_DATA, 'cache'), NX_WORKSPACE_DATA_DIRECTORY: join(NX_DATA, 'data') },
    sentence: 'La construction a échoué : voyez ci-dessus ce qu’en dit le compilateur.',
  });
  await writeStamp(STAMP, await currentState());
  return 'faite';
}

async function currentState() {
  const files = await Promise.all(SOURCES.map((folder) => filesUnder(folder, isNoInput)));
  const sources = await fingerprint([...SHARED_INPUTS, ...files.flat()]);
  return JSON.stringify({ sources, outputs: await traceOf(OUTPUTS) });
}

function isNoInput(name) {
  return ['node_modules', 'dist', 'test'].includes(name) || name.endsWith('.spec.ts');
}
