// Running the staff from the desk: a lost password, a suspended volunteer, a journal of it, and one's own connections.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { aVisit, aVolunteer, choosesApp, theCoordinator } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

/** What cannot be undone is asked twice, at the same place. */
async function twice(desk: Page, once: string, sure: string): Promise<void> {
  await desk.getByRole('button', { name: once, exact: true }).click();
  // The hand that trembles rests first.
  await desk.locator('button:not([aria-disabled])').getByText(sure, { exact: true }).click();
}

async function opensStaff(): Promise<Page> {
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Voir qui peut entrer' }).click();
  return desk;
}

it('[SP4] [FA40] a volunteer who lost their password chooses another, by a link from the desk', async () => {
  const { page, context } = await aVolunteer(house);
  const desk = await opensStaff();
  await desk.getByText('bénévole · vu·e le').waitFor();
  await twice(desk, 'Nouveau mot de passe', 'Oui, faire un lien');
  const link = await desk.getByLabel('Lien de nouveau mot de passe').inputValue();
  await desk.getByRole('button', { name: 'C’est fait' }).click();
  expect(await barriersIn(desk)).toEqual([]);
  const anew = await aVisit(house, link);
  await anew.page.getByLabel('Nouveau mot de passe').fill('une toute autre phrase');
  expect(await barriersIn(anew.page)).toEqual([]);
  await anew.page.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
  await choosesApp(anew.page);
  await anew.page.getByText('Où écoutez-vous aujourd’hui ?').waitFor();
  expect(anew.page.url()).not.toContain('reset');
  await page.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
  await context.close();
  const { page: late } = await aVisit(house, link);
  await late.getByLabel('Nouveau mot de passe').fill('encore une autre phrase');
  await late.getByRole('button', { name: 'Choisir ce mot de passe' }).click();
  await late.getByText('Ce lien n’est plus valable').waitFor();
  await late.getByRole('button', { name: 'Entrer sans changer de mot de passe' }).click();
  await late.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
});

it('[SP2] [SP8] [FA40] a suspended volunteer’s page closes by itself, and the journal says who did it', async () => {
  const desk = await theCoordinator(house);
  const { page } = await aVolunteer(house);
  await desk.reload();
  await desk.getByRole('heading', { name: 'Ligne principale' }).waitFor();
  await opensStaff();
  const said = await page.getByRole('heading', { level: 1 }).innerText();
  const row = desk.getByRole('listitem').filter({ hasText: /Camille \w+/.exec(said)?.[0] ?? 'nobody' });
  await row.getByRole('button', { name: 'Suspendre' }).click();
  await row.locator('button:not([aria-disabled])').getByText('Oui, suspendre').click();
  await desk.getByText('suspendu·e').waitFor();
  await desk.getByRole('button', { name: 'Lire le journal' }).click();
  await desk.getByText('a suspendu').waitFor();
  await desk.getByText('a donné un lien de nouveau mot de passe').waitFor();
  expect(await barriersIn(desk)).toEqual([]);
  await page.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
});

it('[SP7] [FA41] one sees where one is connected, on a phone too, and nothing of it after signing out', async () => {
  const { page } = await aVolunteer(house);
  await page.getByRole('button', { name: 'Voir où je suis connecté·e' }).click();
  await page.getByText('Ici, sur cette page').waitFor();
  expect(await barriersIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
  expect(await page.getByText('Ici, sur cette page').count()).toBe(0);
});

it('[SP10] [FA51] one changes one’s own password on one’s own page; a wrong one is said, and changes nothing', async () => {
  const { page } = await aVolunteer(house);
  const before = 'correct cheval pile agrafe';
  const changes = async (present: string) => {
    await page.getByLabel('Mot de passe actuel').fill(present);
    await page.getByLabel('Mot de passe suivant').fill('une toute autre phrase');
    await page.getByRole('button', { name: 'Garder ce mot de passe' }).click();
  };
  await page.getByRole('button', { name: 'Changer mon mot de passe' }).click();
  expect(await barriersIn(page)).toEqual([]);
  await changes('ce n’est pas lui');
  await page.getByText('Ce n’est pas votre mot de passe actuel.').waitFor();
  await changes(before);
  await page.getByText('C’est fait. Vos autres pages sont déconnectées.').waitFor();
  expect(await page.getByLabel('Mot de passe actuel').count()).toBe(0);
});
