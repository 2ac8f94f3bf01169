// `npm start`: from a fresh clone to someone who listens. Refuses an old Node in one sentence before anything else
// is even read; the story itself is in veille.mjs.
import { whyNotHere } from './node.mjs';

const refusal = whyNotHere(process.versions.node, process.platform);
if (refusal) {
  console.error(refusal);
  process.exit(1);
}

// Loaded only now: from here on the syntax is that of the Node we ask for.
import('./veille.mjs').then(({ openVeille }) => openVeille());
