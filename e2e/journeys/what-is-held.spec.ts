// "What we hold about you now", in a browser: before, during and after, by keyboard, for everyone, and as the store has it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { accepts, aCaller, aFreeVolunteer, aVisit, ends } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const panelOf = (page: Page) => page.locator('details', { hasText: 'Ce que nous gardons sur vous' });

/** As somebody without a mouse would. */
async function opens(page: Page): Promise<void> {
  const panel = panelOf(page);
  expect(await panel.getAttribute('open')).toBeNull();
  await panel.locator('summary').focus();
  await page.keyboard.press('Enter');
  await panel.getByText('Ce que nous ne pouvons pas promettre').waitFor();
}

async function says(page: Page, words: string): Promise<void> {
  await panelOf(page).getByText(words).waitFor();
}

async function isForEveryone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 1_800 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await barriersIn(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(isWide).toBe(false);
}

it('[PV4] [PV5] says nothing before, what there is meanwhile, and nothing after', async () => {
  const { page: newcomer } = await aVisit(house, '/');
  await newcomer.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  await opens(newcomer);
  await says(newcomer, 'Vous n’avez pas de numéro chez nous');
  await isForEveryone(newcomer);

  const { page: caller } = await aCaller(house);
  await opens(caller);
  await says(caller, 'Votre place dans la file.');
  await says(caller, 'Votre ticket');
  await isForEveryone(caller);

  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await caller.getByRole('log').waitFor();
  await says(caller, 'Qui parle avec qui');
  expect(await panelOf(caller).getByText('Votre place dans la file.').count()).toBe(0);
  expect(await panelOf(caller).innerText()).not.toMatch(/[A-Za-z0-9_-]{22}|principale/);
  await isForEveryone(caller);

  await ends(volunteer);
  await caller.getByRole('heading', { name: 'La conversation est terminée.' }).waitFor();
  await says(caller, 'nos bases ne disent plus rien de vous');
  await isForEveryone(caller);
  expect(await caller.evaluate(() => ({ ...sessionStorage }))).toEqual({});
});

it('[PV8] the promises stand on the first page, and what is not promised beside them', async () => {
  const { page } = await aVisit(house, '/');
  await page.getByRole('button', { name: 'Nos promesses' }).click();
  await page.getByRole('heading', { name: 'Nos promesses' }).waitFor();
  const sizes = await page
    .locator('section li')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
  expect(sizes.length).toBeGreaterThan(12);
  expect(new Set(sizes).size).toBe(1);
  await isForEveryone(page);
  await page.getByRole('button', { name: 'Revenir' }).click();
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
});
