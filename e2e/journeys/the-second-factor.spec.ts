// The second step of signing in, in a real browser: an app's codes, a passkey in a virtual authenticator, a recovery code.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { codeAt, wrongCodeAt } from '../../apps/api/test/harness/totp-app.js';
import { aDevice } from '../harness/a-device.js';
import { aHouse, type House } from '../harness/a-house.js';
import { aVisit, choosesApp, makesAccessAs, theCoordinator } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const STEP = 30_000;
const password = 'correct cheval pile agrafe';

/** Come by an invitation, and standing before the choice of a second proof. */
async function aNewcomer(pseudonym: string): Promise<Page> {
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Lien pour un·e bénévole' }).click();
  const link = await desk.getByLabel('Lien d’invitation').inputValue();
  await desk.getByRole('button', { name: 'C’est fait' }).click();
  const { page } = await aVisit(house, link);
  await makesAccessAs(page, pseudonym, password);
  await page.getByRole('heading', { name: 'Protégeons votre accès.' }).waitFor();
  return page;
}

async function signsOut(page: Page): Promise<void> {
  await page.getByText('Où écoutez-vous aujourd’hui ?').waitFor();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
}

async function givesPassword(page: Page, pseudonym: string): Promise<void> {
  await page.getByLabel('Pseudonyme').fill(pseudonym);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Entrer', exact: true }).click();
  await page.getByRole('heading', { name: 'Encore une étape.' }).waitFor();
}

async function givesCode(page: Page, label: string, code: string): Promise<void> {
  await page.getByLabel(label).fill(code);
  await page.getByRole('button', { name: 'Entrer', exact: true }).click();
}

const isIn = (page: Page) => page.getByText('Où écoutez-vous aujourd’hui ?').waitFor();

it('[FA44] an app’s code is the second step; a wrong one is said, and one that was used is wrong', async () => {
  const page = await aNewcomer('Andrée');
  const key = await choosesApp(page);
  await signsOut(page);
  await givesPassword(page, 'Andrée');
  await givesCode(page, 'Code à six chiffres', wrongCodeAt(key, Date.now()));
  await page.getByText('Ce code n’est pas le bon, ou il a déjà servi.').waitFor();
  const next = codeAt(key, Date.now() + STEP);
  await givesCode(page, 'Code à six chiffres', next);
  await signsOut(page);
  await givesPassword(page, 'Andrée');
  await givesCode(page, 'Code à six chiffres', next);
  await page.getByText('Ce code n’est pas le bon, ou il a déjà servi.').waitFor();
});

it('[FA44] a recovery code opens when the app is not at hand, once; nothing of it stays on the page', async () => {
  const page = await aNewcomer('Blandine');
  await page.getByRole('button', { name: 'Une application de codes' }).click();
  const key = (await page.locator('code').innerText()).replace(/\s/g, '');
  await givesAppCode(page, codeAt(key, Date.now()));
  await page.getByRole('button', { name: 'Je les ai notés' }).waitFor();
  const codes = await page.locator('li code').allInnerTexts();
  expect(codes).toHaveLength(8);
  await page.getByRole('button', { name: 'Je les ai notés' }).click();
  for (const _ of [1, 2]) {
    await signsOut(page);
    await givesPassword(page, 'Blandine');
    await page.getByRole('button', { name: 'Je ne l’ai pas sous la main' }).click();
    await givesCode(page, 'Code de secours', codes[0] ?? '');
    if (_ === 1) await isIn(page);
    else await page.getByText('Ce code de secours n’est pas le bon, ou il a déjà servi.').waitFor();
  }
  expect(await page.content()).not.toContain(codes[0]);
});

it('[FA44] a passkey is made and asked by the device; one that does not know its owner, or forgot, lets nobody in', async () => {
  const page = await aNewcomer('Colette');
  const device = await aDevice(page);
  await page.getByRole('button', { name: 'Cet appareil' }).click();
  await page.getByRole('button', { name: 'Je les ai notés' }).click();
  expect(await device.keys()).toBe(1);
  await signsOut(page);
  await givesPassword(page, 'Colette');
  await device.knowsItsOwner(false);
  await page.getByRole('button', { name: 'Confirmer que c’est moi' }).click();
  await page.getByText('Votre appareil n’a pas pu confirmer.').waitFor();
  await device.knowsItsOwner(true);
  await page.getByRole('button', { name: 'Confirmer que c’est moi' }).click();
  await signsOut(page);
  await givesPassword(page, 'Colette');
  await device.forgets();
  await page.getByRole('button', { name: 'Confirmer que c’est moi' }).click();
  await page.getByText('Votre appareil n’a pas pu confirmer.').waitFor();
});

it('[FA45] who left before choosing is led to it again, and nothing else answers meanwhile', async () => {
  const page = await aNewcomer('Danielle');
  await page.reload();
  await page.getByRole('heading', { name: 'Protégeons votre accès.' }).waitFor();
  await choosesApp(page);
  await isIn(page);
});

async function givesAppCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code à six chiffres').fill(code);
  await page.getByRole('button', { name: 'Confirmer' }).click();
}
