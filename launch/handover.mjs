// `npm run handover`: everything this installation could legally hand over, in two files; `--sample` makes the published
// example from an installation of its own. The story itself is in handover/story.mjs.
import { refuseWhereItCannotRun } from './node.mjs';

refuseWhereItCannotRun();
import('./handover/story.mjs').then(({ tellHandover }) => tellHandover(process.argv.slice(2)));
