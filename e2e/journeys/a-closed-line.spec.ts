// A coordinator closes the line: every open page says so and leads somewhere, and says it when the line opens again.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { aCaller, aVisit, theCoordinator } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

async function isForEveryone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 2_400 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await barriersIn(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  if (before) await page.setViewportSize(before);
}

it('[OV11] [OV12] [OP4] a line that closes says so on every page, and where else to turn', async () => {
  const desk = await theCoordinator(house);
  const { page: outside } = await aVisit(house, '/');
  await outside.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  const { page: waiting } = await aCaller(house);
  await desk.getByRole('button', { name: 'Fermer maintenant' }).click();
  await outside.getByRole('heading', { name: 'Personne n’est là pour l’instant.' }).waitFor();
  await outside.getByRole('link', { name: 'SOS Amitié' }).waitFor();
  await isForEveryone(outside);
  await waiting.getByText('il est peu probable que quelqu’un puisse vous répondre').waitFor();
  await isForEveryone(waiting);
  await desk.getByText('Fermée. Une décision remplace ses horaires, jusqu’à nouvel ordre.').waitFor();
  await desk.getByRole('button', { name: 'Ouvrir maintenant' }).click();
  await outside.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  await waiting.getByRole('button', { name: 'Quitter la file' }).click();
});

it('[FA26] [ST1] [ST4] the desk’s form names the field that cannot hold, and keeps what can', async () => {
  const desk = await theCoordinator(house);
  const { page: waiting } = await aCaller(house);
  await desk.getByRole('button', { name: 'Horaires, limites et textes' }).click();
  const cap = desk.getByLabel('Limite de la file');
  await cap.fill('-3');
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await desk.getByText('Rien n’a été changé. À revoir : Limite de la file.').waitFor();
  expect(await cap.getAttribute('aria-invalid')).toBe('true');
  await isForEveryone(desk);
  await cap.fill('40');
  await desk.getByLabel('Ce que dit la page quand la ligne est fermée ou pleine').fill('À demain soir.');
  await desk.getByLabel('Vers qui se tourner').fill('Une autre ligne | le jour | tel:0123456789');
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await desk.getByText('C’est enregistré.').waitFor();
  await desk.getByRole('button', { name: 'Fermer maintenant' }).click();
  await waiting.getByRole('link', { name: 'Une autre ligne' }).waitFor();
  const { page } = await aVisit(house, '/');
  await page.getByText('À demain soir.').waitFor();
  expect(await page.getByRole('link', { name: 'Une autre ligne' }).getAttribute('href')).toBe(
    'tel:0123456789',
  );
});
