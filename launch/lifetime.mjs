// The life of a launcher: it tells one story until the story ends, fails, or somebody asks it to stop
// (Ctrl-C, SIGTERM, a closed terminal). However it ends, no child outlives it, and the exit code says which
// end it was.
import { constants } from 'node:os';
import { endChildren } from './children.mjs';
import { Refusal } from './refusal.mjs';

const REQUESTS_TO_STOP = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const GLANCE_MS = 200;

/**
 * Runs `story({ opened })` and exits with the code it returns (0 when none). A story calls `opened()` once it
 * stands: to be asked to stop after that is a good end (0), before it is an interruption (128 + the signal's
 * number).
 */
export async function liveUntilAsked(story) {
  let standing = false;
  const told = Promise.resolve(story({ opened: () => (standing = true) })).then(
    (code = 0) => ({ code }),
    (error) => ({ code: 1, error }),
  );
  const asked = askedToStop().then((signal) => ({ code: standing ? 0 : 128 + constants.signals[signal] }));
  const { code, error } = await Promise.race([told, asked]);
  await endChildren();
  if (error) explain(error);
  process.exit(code);
}

function askedToStop() {
  return new Promise((resolve) => {
    const ask = (signal) => {
      process.stdout.write('\n'); // the prompt, or what comes next, starts on a line of its own
      resolve(signal);
    };
    for (const signal of REQUESTS_TO_STOP) process.once(signal, ask);
    if (process.env.npm_lifecycle_event) askWhenParentIsGone(ask);
  });
}

// npm hands a SIGTERM on to the shell it runs us in, and that shell dies without a word to us.
function askWhenParentIsGone(ask) {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    ask('SIGTERM');
  }, GLANCE_MS);
}

/** Says a refusal in its one sentence, after what the failing tool said; shows the stack of a bug of ours. */
export function explain(error) {
  if (!(error instanceof Refusal)) return console.error(error); // a bug of ours: its stack says where
  const said = error.toolOutput.trim();
  if (said) console.error(`\n${said.replaceAll(/^/gm, '    ')}`);
  console.error(`\n  ${error.message}\n`);
}
