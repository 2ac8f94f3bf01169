// `npm run check`: all that can be judged without running the service. One line a step; a step speaks only when it fails.
import { runSteps } from './check/run.mjs';
import { stepsOf } from './check/steps.mjs';
import { ROOT } from './project.mjs';

const seconds = (took) => `${(took / 1000).toFixed(1)} s`;

function tell({ name, ok, output, note, took }) {
  console.log(`${ok ? '✓' : '✗'} ${name.padEnd(10)}${seconds(took).padStart(7)}${note ? `   ${note}` : ''}`);
  if (!ok) console.log(output.replace(/^(?=.)/gm, '    '));
}

process.chdir(ROOT);
const told = await runSteps({ steps: stepsOf(ROOT), atOnce: 2, tell });
const failed = told.filter((outcome) => !outcome.ok).map((outcome) => outcome.name);
const all = seconds(performance.now());
console.log(failed.length === 0 ? `check passed in ${all}` : `check failed in ${all}: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
