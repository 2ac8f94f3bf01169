// Looking after one's own second proof, in a real browser: other recovery codes, and another proof in place of the first.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { codeAt, wrongCodeAt } from '../../apps/api/test/harness/totp-app.js';
import { aDevice } from '../harness/a-device.js';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { aVisit, choosesApp, isSized, makesAccessAs, theCoordinator } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const STEP = 30_000;
const password = 'correct cheval pile agrafe';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A volunteer with an app, before a shift. */
async function someone(pseudonym: string): Promise<{ page: Page; key: string }> {
  const desk = await theCoordinator(house);
  await press(desk, 'Lien pour un·e bénévole');
  const link = await desk.getByLabel('Lien d’invitation').inputValue();
  await press(desk, 'C’est fait');
  const { page } = await aVisit(house, link);
  await makesAccessAs(page, pseudonym, password);
  const key = await choosesApp(page);
  await page.getByText('Une application de codes, sur votre téléphone.').waitFor();
  return { page, key };
}

/** Puts the eight away and gives them. */
async function notesCodes(page: Page): Promise<string[]> {
  await page.getByRole('heading', { name: 'Notez vos codes de secours.' }).waitFor();
  const codes = await page.locator('li code').allInnerTexts();
  expect(codes).toHaveLength(8);
  expect(await barriersIn(page)).toEqual([]);
  await press(page, 'Je les ai notés');
  return codes;
}

async function givesRecovery(page: Page, code: string | undefined): Promise<void> {
  await page.getByLabel('Code de secours').fill(code ?? '');
  await press(page, 'Confirmer');
}

async function comesBack(page: Page, pseudonym: string): Promise<void> {
  await press(page, 'Se déconnecter');
  await page.getByLabel('Pseudonyme').fill(pseudonym);
  await page.getByLabel('Mot de passe').fill(password);
  await press(page, 'Entrer');
  await page.getByRole('heading', { name: 'Encore une étape.' }).waitFor();
}

it('[SF12] [FA58] other recovery codes are made by who gives their code again, shown once, and the old ones are dead', async () => {
  const { page, key } = await someone('Édith');
  await page.getByText('Il vous reste 8 codes de secours.').waitFor();
  await press(page, 'Faire de nouveaux codes de secours');
  await page.getByRole('heading', { name: 'Est-ce bien vous ?' }).waitFor();
  expect(await barriersIn(page)).toEqual([]);
  await page.getByLabel('Code à six chiffres').fill(wrongCodeAt(key, Date.now()));
  await press(page, 'Confirmer');
  await page.getByText('Ce code n’est pas le bon, ou il a déjà servi.').waitFor();
  await page.getByLabel('Code à six chiffres').fill(codeAt(key, Date.now() + STEP));
  await press(page, 'Confirmer');
  const first = await notesCodes(page);
  await page.getByText('Les anciens codes de secours ne servent plus').waitFor();
  expect(await page.content()).not.toContain(first[0]);
  await press(page, 'Faire de nouveaux codes de secours');
  await press(page, 'Je ne l’ai pas sous la main');
  await givesRecovery(page, first[0]);
  const second = await notesCodes(page);
  await comesBack(page, 'Édith');
  await press(page, 'Je ne l’ai pas sous la main');
  await page.getByLabel('Code de secours').fill(first[1] ?? '');
  await press(page, 'Entrer');
  await page.getByText('Ce code de secours n’est pas le bon').waitFor();
  await page.getByLabel('Code de secours').fill(second[1] ?? '');
  await press(page, 'Entrer');
  await page.getByText('Il vous reste 7 codes de secours.').waitFor();
});

it('[SF7] [FA58] the app gives way to a passkey, and the passkey to an app; what is left half-way changes nothing', async () => {
  const { page, key } = await someone('Fernande');
  const device = await aDevice(page);
  await press(page, 'Faire de nouveaux codes de secours');
  await page.getByLabel('Code à six chiffres').fill(codeAt(key, Date.now() + STEP));
  await press(page, 'Confirmer');
  const codes = await notesCodes(page);
  await takesPasskey(page, codes[0]);
  await page.getByRole('heading', { name: 'Et maintenant, le nouvel appareil.' }).waitFor();
  expect(await barriersIn(page)).toEqual([]);
  await device.knowsItsOwner(false);
  await press(page, 'Choisir cet appareil');
  await page.getByText('Votre appareil n’a pas pu le faire.').waitFor();
  await press(page, 'Annuler');
  await page.getByText('Une application de codes, sur votre téléphone.').waitFor();
  await page.getByText('Il vous reste 7 codes de secours.').waitFor();
  expect(await device.keys()).toBe(0);
  await device.knowsItsOwner(true);
  await takesPasskey(page, codes[1]);
  await press(page, 'Choisir cet appareil');
  await notesCodes(page);
  await page.getByText('Cet appareil, ou un autre que vous avez choisi').waitFor();
  await comesBack(page, 'Fernande');
  await press(page, 'Confirmer que c’est moi');
  await press(page, 'Changer de seconde preuve');
  await page.getByRole('button', { name: 'Une application de codes' }).click();
  await press(page, 'Confirmer que c’est moi');
  const another = (await page.locator('code').innerText()).replace(/\s/g, '');
  expect(another).not.toBe(key);
  await page.getByLabel('Code à six chiffres').fill(codeAt(another, Date.now()));
  await press(page, 'Confirmer');
  await notesCodes(page);
  await page.getByText('Une application de codes, sur votre téléphone.').waitFor();
});

async function takesPasskey(page: Page, code: string | undefined): Promise<void> {
  await press(page, 'Changer de seconde preuve');
  await page.getByRole('heading', { name: 'Choisir une autre preuve.' }).waitFor();
  await page.getByRole('button', { name: 'Cet appareil' }).click();
  await press(page, 'Je ne l’ai pas sous la main');
  await givesRecovery(page, code);
}

it('[FA58] whoever has two recovery codes left is warned', async () => {
  const { page, key } = await someone('Gisèle');
  await press(page, 'Faire de nouveaux codes de secours');
  await page.getByLabel('Code à six chiffres').fill(codeAt(key, Date.now() + STEP));
  await press(page, 'Confirmer');
  const warning = page.getByText('Faites-en de nouveaux maintenant');
  for (const code of (await notesCodes(page)).slice(2)) {
    expect(await warning.count()).toBe(0);
    await takesPasskey(page, code);
    await press(page, 'Annuler');
    await page.getByText('de secours.').waitFor();
  }
  await warning.waitFor();
  await page.getByText('Il vous reste 2 codes de secours.').waitFor();
  expect(await barriersIn(page)).toEqual([]);
});

it('[FA58] at the desk it stands beside one’s own password, and one may look and leave', async () => {
  const desk = await theCoordinator(house);
  await isSized(desk, { width: 1280, height: 900 });
  await desk.getByRole('heading', { name: 'Votre seconde preuve' }).waitFor();
  await press(desk, 'Changer de seconde preuve');
  await desk.getByRole('heading', { name: 'Choisir une autre preuve.' }).waitFor();
  expect(await barriersIn(desk)).toEqual([]);
  await press(desk, 'Annuler');
  await desk.getByText('Il vous reste 8 codes de secours.').waitFor();
});
