// A listener whose page is hidden is called all the same, and what comes to it is not called delivered before it is seen.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { aCaller, accepts, aFreeVolunteer, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

/** As when its tab is left for another: a browser without a screen never hides one by itself. */
const turns = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((visibilityState) => {
    Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);

it('[D2] what comes to a page that is hidden is delivered when it is seen again', async () => {
  const { page: volunteer } = await aFreeVolunteer(house);
  await turns(volunteer, 'hidden');
  const { page: caller } = await aCaller(house);
  await volunteer.waitForFunction(() => document.title === 'Quelqu’un attend');
  await turns(volunteer, 'visible');
  await accepts(volunteer);
  await says(caller, 'Bonsoir.');
  await caller.getByRole('log').getByText('remis ✓').waitFor();

  await turns(volunteer, 'hidden');
  for (const words of ['Vous êtes là ?', 'Je crois que oui.']) await says(caller, words);
  await reads(volunteer, 'Je crois que oui.');
  const progress = caller.getByRole('log').locator('.progress');
  await caller.getByRole('log').getByText('pas encore remis').nth(1).waitFor();
  expect(await progress.allInnerTexts()).toEqual(['remis ✓', 'pas encore remis', 'pas encore remis']);
  await turns(volunteer, 'visible');
  await caller.getByRole('log').getByText('remis ✓').nth(2).waitFor();
});
