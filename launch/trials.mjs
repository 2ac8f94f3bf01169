// The story of `npm test`: what the tests need is found or fetched, the check judges the code, then the tests
// run, the quick ones first and the browser journeys last, one at a time. The very last line is « N passed, N
// failed ».
import { buildWhatIsStale } from './build.mjs';
import { startChild } from './children.mjs';
import { describeChromium, findOrFetchChromium } from './chromium.mjs';
import { listTests, runJest } from './jest.mjs';
import { explain, liveUntilAsked } from './lifetime.mjs';
import { installPackages } from './packages.mjs';
import { ROOT } from './project.mjs';
import { describeRedis, findOrFetchRedis } from './redis.mjs';
import { selectTests } from './selection.mjs';
import { createSteps } from './steps.mjs';
import { add, conclude, countCheck, countJest, nothing, oneFault } from './tally.mjs';

const QUICK = ['domain', 'shared', 'api', 'web', 'launch'];
const JOURNEYS = ['e2e', 'leak', 'bench'];

export function runTrials(words) {
  return liveUntilAsked(async () => {
    const { line, code } = conclude(await countFaults(() => runAll(words)));
    console.log(`\n${line}`);
    return code;
  });
}

async function runAll(words) {
  const step = createSteps();
  console.log('');
  await step('Paquets', installPackages);
  await step('Redis', findOrFetchRedis, describeRedis);
  const { whole, browser, args } = selectTests(words, words.length > 0 ? await listTests() : []);

  let sum = nothing;
  if (whole) sum = add(sum, await countFaults(runCheck));
  sum = add(sum, await countFaults(() => runQuick({ whole, args })));
  if (whole || browser) sum = add(sum, await countFaults(() => runJourneys({ step, whole, args })));
  return sum;
}

/** A stage that cannot be run is a fault, and does not keep the others from running. */
async function countFaults(stage) {
  try {
    return await stage();
  } catch (fault) {
    explain(fault);
    return oneFault;
  }
}

async function runCheck() {
  announce('Le contrôle');
  const child = startChild(process.execPath, ['launch/check.mjs'], { cwd: ROOT });
  child.process.stdout.pipe(process.stdout, { end: false });
  child.process.stderr.pipe(process.stderr, { end: false });
  const { code } = await child.ended;
  return countCheck({ code, said: child.said() });
}

async function runQuick({ whole, args }) {
  announce('Les règles, les contrats, les parcours de l’api');
  return countJest({ ...(await runJest(QUICK, args)), whole });
}

async function runJourneys({ step, whole, args }) {
  announce('Les parcours au navigateur');
  await step('Chromium', findOrFetchChromium, describeChromium);
  await step('Construction', buildWhatIsStale);
  console.log('');
  return countJest({ ...(await runJest(JOURNEYS, ['--runInBand', ...args])), whole });
}

function announce(what) {
  console.log(`\n  ${what}\n`);
}
