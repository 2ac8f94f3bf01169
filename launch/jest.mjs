// Runs Jest on some projects of jest.config.mjs, in the mode that reads modules as modules, and returns its
// report.
import { mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runChild, startChild } from './children.mjs';
import { CACHE, ROOT } from './project.mjs';

const JEST = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
];

/** { code, report }: the report is undefined when Jest broke before it could write one. */
export async function runJest(projects, args) {
  const file = join(CACHE, 'trials', `${projects.join('-')}.json`);
  await rm(file, { force: true });
  await mkdir(dirname(file), { recursive: true });
  // A test that failed half-way may leave something open: it has failed, and nobody waits for it for ever.
  const reporting = [
    '--forceExit',
    '--json',
    `--outputFile=${file}`,
    '--passWithNoTests',
    '--selectProjects',
    ...projects,
  ];
  const child = startChild(process.execPath, [...JEST, ...args, ...reporting], { cwd: ROOT, shown: true });
  const { code } = await child.ended;
  const report = await readFile(file, 'utf8').then(JSON.parse, () => undefined);
  return { code, report };
}

/** Every test file there is, as paths within the project. */
export async function listTests() {
  const sentence = 'Jest ne trouve pas les essais : voyez ci-dessus ce qu’il en dit.';
  const said = await runChild(process.execPath, [...JEST, '--listTests'], { cwd: ROOT, sentence });
  const paths = said.split('\n').filter((line) => line.startsWith(ROOT));
  return paths.map((path) => path.slice(ROOT.length + 1));
}
