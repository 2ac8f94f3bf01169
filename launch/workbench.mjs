// Runs a command that is written in TypeScript, beside the project, once everything it stands on is there.
import { register } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhatIsStale } from './build.mjs';
import { describeChromium, findOrFetchChromium } from './chromium.mjs';
import { liveUntilAsked } from './lifetime.mjs';
import { installPackages } from './packages.mjs';
import { ROOT } from './project.mjs';
import { describeRedis, findOrFetchRedis } from './redis.mjs';
import { createSteps } from './steps.mjs';

/** `file` from the root; `name` of the function in it that is given `words` and returns the code to end with. */
export function runWritten(file, name, words) {
  return liveUntilAsked(async () => {
    const step = createSteps();
    console.log('');
    await step('Paquets', installPackages);
    await step('Redis', findOrFetchRedis, describeRedis);
    await step('Chromium', findOrFetchChromium, describeChromium);
    await step('Construction', buildWhatIsStale);
    register('./typescript/hooks.mjs', import.meta.url);
    const written = await import(pathToFileURL(join(ROOT, file)).href);
    return written[name](words);
  });
}
