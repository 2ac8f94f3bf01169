// `npm test`: everything that proves Veille, from a fresh clone; `npm test -- <path or name>`: the part that
// fits.
import { refuseWhereItCannotRun } from './node.mjs';

refuseWhereItCannotRun();
import('./trials.mjs').then(({ runTrials }) => runTrials(process.argv.slice(2)));
