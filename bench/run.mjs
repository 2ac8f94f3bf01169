// `npm run bench`: the real product beside raw ws, bare socket.io and an empty script, in the same rounds; each figure beside
// its goal and its limit (budgets.json). One JSON object last, and 1 when a limit is broken.
import { refuseWhereItCannotRun } from '../launch/node.mjs';

refuseWhereItCannotRun();
import('./bench.mjs').then(({ runBench }) => runBench(process.argv.slice(2)));
