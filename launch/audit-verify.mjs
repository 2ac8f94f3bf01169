// `npm run audit:verify`: whether anybody changed what is written of staff. The story itself is in audit/verify.mjs.
import { refuseWhereItCannotRun } from './node.mjs';

refuseWhereItCannotRun();
import('./audit/verify.mjs').then(({ tellVerify }) => tellVerify(process.argv.slice(2)));
