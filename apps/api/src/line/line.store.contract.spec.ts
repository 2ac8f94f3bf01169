// One contract, two stores: what the services were tested with is what runs.
import { onBothStores } from '../../test/harness/on-both-stores.js';
import { keepsLines } from './line.store.contract.js';

onBothStores('the line', keepsLines);
