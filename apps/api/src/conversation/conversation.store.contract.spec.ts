// One contract, two stores: what the services were tested with is what runs.
import { onBothStores } from '../../test/harness/on-both-stores.js';
import { keepsConversations } from './conversation.store.contract.js';

onBothStores('conversations', keepsConversations);
