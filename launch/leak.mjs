// `npm run leak`: people talk in real browsers, and everything they could have left is searched (leak/).
import { refuseWhereItCannotRun } from './node.mjs';

refuseWhereItCannotRun();
import('./workbench.mjs').then(({ runWritten }) => runWritten('leak/leak.ts', 'leak', process.argv.slice(2)));
