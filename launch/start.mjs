// `npm start`: from a fresh clone to someone who listens. The story itself is in veille.mjs.
import { refuseWhereItCannotRun } from './node.mjs';

refuseWhereItCannotRun();
import('./veille.mjs').then(({ openVeille }) => openVeille());
