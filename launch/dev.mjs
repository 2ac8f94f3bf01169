// `npm run dev`: the whole service, rebuilt and restarted as its files change. The story itself is in
// workshop.mjs.
import { refuseWhereItCannotRun } from './node.mjs';

refuseWhereItCannotRun();
import('./workshop.mjs').then(({ openWorkshop }) => openWorkshop());
