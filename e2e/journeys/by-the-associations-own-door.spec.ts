// Single sign-on as people see it: a coordinator chooses the provider, somebody invited makes their access there, and enters again.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aProvider, type AProvider } from '../../apps/api/test/harness/a-provider.js';
import { codeAt } from '../../apps/api/test/harness/totp-app.js';
import { aHouse, type House } from '../harness/a-house.js';
import { aVisit, choosesApp, theCoordinator } from '../harness/people.js';

let house: House;
let there: AProvider;
beforeAll(async () => {
  house = await aHouse();
  there = await aProvider(new URL('/api/access/sign-on/back', house.url).href);
});
afterAll(async () => {
  await house.end();
  await there.stop();
});

const byTheDoor = 'Entrer avec le compte de mon association';

/** At the provider, whose page it is. */
async function signsIn(page: Page, name: string): Promise<void> {
  await page.getByLabel('Nom').fill(name);
  await page.getByRole('button', { name: 'Entrer' }).click();
}

async function choosesProvider(desk: Page): Promise<void> {
  const { issuer, clientId, clientSecret } = there.provider;
  await desk.getByRole('button', { name: 'Choisir un service de connexion' }).click();
  await desk.getByLabel('Adresse du service').fill(issuer);
  await desk.getByLabel('Nom de Veille chez lui').fill(clientId);
  await desk.getByLabel('Secret de Veille chez lui').fill(clientSecret);
  await desk.getByRole('button', { name: 'Choisir ce service' }).click();
  await desk.getByText(`On entre aussi par ${issuer}`).waitFor();
}

it('[SO6] somebody invited makes their access at their association, and enters by it from then on', async () => {
  const desk = await theCoordinator(house);
  await choosesProvider(desk);
  await desk.getByRole('button', { name: 'Lien pour un·e bénévole' }).click();
  const link = await desk.getByLabel('Lien d’invitation').inputValue();
  const { page, context } = await aVisit(house, link);
  await page.getByLabel('Pseudonyme').fill('Dominique');
  await page.getByRole('button', { name: 'Créer mon accès avec le compte de mon association' }).click();
  await signsIn(page, 'dominique');
  const key = await choosesApp(page);
  await page.getByText('Où écoutez-vous aujourd’hui ?').waitFor();
  expect(page.url()).toBe(new URL('/ecoute', house.url).href);
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('__Host-veille-sign-on');
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: byTheDoor }).click();
  await signsIn(page, 'dominique');
  // Their provider asked for one thing only: ours is asked as well (SO5). The code that enrolled was used by it.
  await page.getByLabel('Code à six chiffres').fill(codeAt(key, Date.now() + 30_000));
  await page.getByRole('button', { name: 'Entrer', exact: true }).click();
  await page.getByText('Où écoutez-vous aujourd’hui ?').waitFor();
  // There is no password of theirs to change (SO8).
  await page.getByText('Votre seconde preuve').waitFor();
  expect(await page.getByRole('button', { name: 'Changer mon mot de passe' }).count()).toBe(0);

  const { page: other } = await aVisit(house, '/ecoute');
  await other.getByRole('button', { name: byTheDoor }).click();
  await signsIn(other, 'personne');
  await other.getByText('Le compte de votre association n’ouvre pas cette porte.').waitFor();
  await other.reload();
  await other.getByRole('button', { name: byTheDoor }).waitFor();
  expect(await other.getByText('n’ouvre pas cette porte').count()).toBe(0);
});
