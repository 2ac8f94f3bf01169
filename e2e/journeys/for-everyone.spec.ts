// Every screen of every face, by day and by night: no barrier axe-core knows, nothing cut off at 320 pixels, numbers in reach.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import {
  aCaller,
  accepts,
  aFreeVolunteer,
  aVisit,
  aVolunteer,
  ends,
  isSized,
  reads,
  says,
  theCoordinator,
} from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

async function isForEveryone(page: Page): Promise<void> {
  // As tall as the page, so that nothing lies under the bar of numbers only because it was not scrolled to.
  await isSized(page, { width: 360, height: 1_600 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await barriersIn(page)).toEqual([]);
  }
  await isSized(page, { width: 320, height: 640 });
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
}

async function hasNumbers(page: Page): Promise<void> {
  for (const number of ['tel:3114', 'tel:15', 'tel:112', 'sms:114'])
    expect(
      await page.locator(`nav a[href="${number}"], footer a[href="${number}"]`).first().isVisible(),
    ).toBe(true);
}

it('[FA2] [FA9] every screen of a caller and of the volunteer who hears them', async () => {
  const { page: caller } = await aVisit(house, '/');
  await caller.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  await isForEveryone(caller);
  await hasNumbers(caller);
  const waiting = await aCaller(house);
  await isForEveryone(waiting.page);
  await hasNumbers(waiting.page);

  const { page: volunteer } = await aVolunteer(house);
  await isForEveryone(volunteer);
  await volunteer.getByLabel('Chez moi').check();
  await volunteer.getByRole('button', { name: 'Je suis disponible' }).click();
  await volunteer.getByRole('button', { name: 'J’écoute' }).waitFor();
  await isForEveryone(volunteer);
  await accepts(volunteer);
  await says(volunteer, 'Bonsoir.');
  await reads(waiting.page, 'Bonsoir.');
  for (const page of [volunteer, waiting.page]) await isForEveryone(page);
  await hasNumbers(waiting.page);

  await ends(waiting.page);
  await waiting.page.getByRole('heading', { name: 'La conversation est terminée.' }).waitFor();
  await isForEveryone(waiting.page);
  await hasNumbers(waiting.page);
  await volunteer.getByRole('heading', { name: 'Respirez.' }).waitFor();
  await isForEveryone(volunteer);
});

it('[FA9] the doors of staff, the free volunteer and the desk', async () => {
  for (const path of ['/ecoute', '/desk']) {
    const { page } = await aVisit(house, path);
    await page.getByLabel('Pseudonyme').waitFor();
    await isForEveryone(page);
  }
  const { page: free } = await aFreeVolunteer(house);
  await isForEveryone(free);
  await isForEveryone(await theCoordinator(house));
});
