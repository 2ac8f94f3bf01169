// Somebody asks to be heard in English: chosen on the first page, told plainly when nobody speaks it, heard in it once somebody does.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { accepts, aVisit, aVolunteer, phone, theCoordinator } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

/** Looked at in full: the numbers at the foot cover nothing. */
async function isForEveryone(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 2_400 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await barriersIn(page)).toEqual([]);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  await page.setViewportSize(phone);
}

it('[LG1] [LG4] [ST6] a caller chooses a language, is told before waiting that nobody speaks it, and is heard in it', async () => {
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Horaires, limites et textes' }).click();
  const languages = desk.getByLabel('Langues');
  await languages.fill('fr, en, en');
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await desk.getByText('Rien n’a été changé. À revoir : Langues.').waitFor();
  await languages.fill('fr, en, ar');
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await desk.getByText('C’est enregistré.').waitFor();

  const { page: volunteer } = await aVolunteer(house);
  const { page } = await aVisit(house, '/');
  await page.getByRole('radio', { name: 'English' }).waitFor();
  expect(await page.getByRole('radio', { name: 'Français' }).isChecked()).toBe(true);
  await isForEveryone(page);
  await page.getByRole('radio', { name: 'English' }).check();
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).click();
  await page.getByRole('heading', { name: 'Personne ne parle anglais en ce moment.' }).waitFor();
  await page.getByRole('button', { name: 'Attendre en français' }).waitFor();
  await page.getByRole('link', { name: 'SOS Amitié' }).waitFor();
  await isForEveryone(page);

  await volunteer.getByRole('checkbox', { name: 'anglais' }).check();
  await isForEveryone(volunteer);
  await volunteer.getByRole('button', { name: 'Je suis disponible' }).click();
  await page.getByRole('heading', { name: 'Quelqu’un parle anglais maintenant.' }).waitFor();
  await page.getByRole('button', { name: 'Attendre en anglais' }).click();
  await page
    .getByRole('button', { name: 'Oui, je suis là' })
    .or(page.getByText('On vous lira'))
    .first()
    .waitFor();
  await page
    .getByRole('button', { name: 'Oui, je suis là' })
    .click({ timeout: 3_000 })
    .catch(() => undefined);
  await volunteer.getByText('Elle demande à parler en anglais.').waitFor();
  await accepts(volunteer);
  await page.getByRole('button', { name: 'Terminer', exact: true }).waitFor();
});
