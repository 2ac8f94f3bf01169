// The live store is killed under two who talk and one who waits. Another stands in its place, empty, and nobody notices;
// or none does, and who waits is told so, and keeps their place.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { StartedStore } from '../../launch/stores.mjs';
import { aHouse, type House } from '../harness/a-house.js';
import { dies, standsAgain } from '../harness/live-store.js';
import { accepts, aCaller, aFreeVolunteer, isAtPlace, reads, says } from '../harness/people.js';

let house: House;
let live: StartedStore;
beforeAll(async () => {
  house = await aHouse({ STILL_THERE_SECONDS: '0' });
  live = house.live;
});
afterAll(async () => {
  await house.end();
  await live.stop();
});

const TROUBLE = 'Notre service a un trouble passager';
const KEPT = 'Votre place vous est gardée tant que cette page reste ouverte.';

/** Notes every sentence the page shows from now on that speaks of a trouble or of something lost. */
async function watches(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const alarming = /trouble|coupée|désolé|rechargée|deux pages/;
    const look = () => {
      for (const line of document.body.innerText.split('\n')) if (alarming.test(line)) seen.add(line);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    Object.assign(window, { seenAlarming: () => [...seen] });
  });
  return async () => {
    const seen: unknown = await page.evaluate('window.seenAlarming()');
    return Array.isArray(seen) ? seen.map(String) : ['the page was loaded anew'];
  };
}

it('[RB1] [RB10] [RB11] words still pass, the place is the same, and only an outage that lasts is said, to who waits', async () => {
  const { page: caller } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(caller, 'Avant.');
  await reads(volunteer, 'Avant.');
  const { page: first } = await aCaller(house);
  const { page: second } = await aCaller(house);
  await isAtPlace(second, 2);
  const seenBy = await Promise.all([caller, volunteer, first, second].map(watches));

  await dies(live);
  live = await standsAgain(live);
  await says(caller, 'Pendant.');
  await reads(volunteer, 'Pendant.');
  await says(volunteer, 'Je suis là.');
  await reads(caller, 'Je suis là.');
  await first.getByRole('button', { name: 'Quitter la file' }).click();
  await first.getByRole('heading', { name: 'Vous avez quitté la file.' }).waitFor();
  await isAtPlace(second, 1);
  for (const [n, seen] of seenBy.entries()) expect([n, await seen()]).toEqual([n, []]);

  await dies(live);
  await second.getByText(TROUBLE).waitFor();
  expect(await second.getByText(KEPT).isVisible()).toBe(true);
  expect(await second.getByRole('link', { name: '3114' }).isVisible()).toBe(true);
  await says(caller, 'Encore.');
  await reads(volunteer, 'Encore.');
  live = await standsAgain(live);
  await second.getByText(TROUBLE).waitFor({ state: 'hidden' });
  await isAtPlace(second, 1);
  await says(volunteer, 'Toujours là.');
  await reads(caller, 'Toujours là.');
  for (const seen of seenBy.slice(0, 2)) expect(await seen()).toEqual([]);
});
