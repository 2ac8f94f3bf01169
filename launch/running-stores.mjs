// The stores of the installation that runs: the operator's by address, or those of the launch that stands.
import { checkGivenStores, whichAreGiven } from './given-stores.mjs';
import { storesOfOwner } from './kept-owner.mjs';
import { KEPT_DATA } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { readSettings } from './settings.mjs';

/** The settings of the api, with both addresses in them. `command`: what the operator typed. */
export async function storesThatRun(command) {
  const settings = readSettings();
  if (whichAreGiven(settings) === 'both') {
    await checkGivenStores(settings);
    return settings;
  }
  const stores = await storesOfOwner(KEPT_DATA);
  if (!stores) {
    throw new Refusal(
      `Veille ne tourne pas ici : lancez npm start, puis ${command} dans un autre terminal (ou donnez REDIS_LIVE_URL et REDIS_KEPT_URL).`,
    );
  }
  return { ...settings, ...stores };
}
