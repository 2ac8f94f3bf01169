// One contract, two stores: what the services were tested with is what runs.
import { onBothStores } from '../../test/harness/on-both-stores.js';
import { handsOver } from './hand-over.store.contract.js';
import { hearsAnswers } from './offer-answers.store.contract.js';
import { endsOffers } from './offer-ends.store.contract.js';
import { offersByLanguage } from './offer-languages.store.contract.js';
import { asksCallers } from './offer-asks.store.contract.js';
import { makesOffers } from './offer.store.contract.js';

onBothStores('making offers', makesOffers);
onBothStores('asking callers', asksCallers);
onBothStores('answering offers', hearsAnswers);
onBothStores('handing over', handsOver);
onBothStores('offers nobody answers', endsOffers);
onBothStores('offers in several languages', offersByLanguage);
