// The contract of rebuilding, in memory and in Redis.
import { onBothStores } from '../../test/harness/on-both-stores.js';
import { rebuildContract } from './rebuild.store.contract.js';

onBothStores('rebuilding', rebuildContract);
