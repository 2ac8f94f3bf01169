// `node launch/serve.mjs`: opens what is already installed and built, and does nothing else. For containers
// and supervisors, where a start must not fetch or build; it wants REDIS_LIVE_URL and REDIS_KEPT_URL, or a
// Redis on PATH.
import { refuseWhereItCannotRun } from './node.mjs';

refuseWhereItCannotRun();
const asItIs = async () => 'déjà là';
import('./veille.mjs').then(({ openVeille }) => openVeille({ install: asItIs, build: asItIs }));
