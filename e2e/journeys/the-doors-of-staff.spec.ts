// The staff's ways in and out: a link that is loaded again, one that was used, and a shift that ends with its volunteer.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import {
  accepts,
  aCaller,
  aFreeVolunteer,
  aVisit,
  aVolunteer,
  choosesApp,
  ends,
  reads,
  says,
  theCoordinator,
} from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

async function aLink(): Promise<string> {
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Lien pour un·e bénévole' }).click();
  const field = desk.getByLabel('Lien d’invitation');
  expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
  const link = await field.inputValue();
  await desk.getByRole('button', { name: 'C’est fait' }).click();
  return link;
}

it('[FA32] an invitation is there again after a reload; used, it leads to signing in', async () => {
  const link = await aLink();
  const { page } = await aVisit(house, link);
  await page.getByRole('button', { name: 'Créer mon accès' }).waitFor();
  await page.reload();
  await page.getByLabel('Pseudonyme').fill('Dominique');
  await page.getByLabel('Mot de passe').fill('correct cheval pile agrafe');
  await page.getByRole('button', { name: 'Créer mon accès' }).click();
  await choosesApp(page);
  await page.getByText('Où écoutez-vous aujourd’hui ?').waitFor();
  expect(page.url()).not.toContain('invitation');
  await page.goto('about:blank');
  await page.goto(link);
  await page.getByRole('button', { name: 'Continuer avec l’accès de Dominique' }).click();
  await page.getByText('Où écoutez-vous aujourd’hui ?').waitFor();

  const { page: other } = await aVisit(house, link);
  await other.getByLabel('Pseudonyme').fill('Quelqu’un');
  await other.getByLabel('Mot de passe').fill('correct cheval pile agrafe');
  await other.getByRole('button', { name: 'Créer mon accès' }).click();
  await other.getByText('Cette invitation n’est plus valable.').waitFor();
  await other.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
  const { page: cut } = await aVisit(house, link.slice(0, -5));
  await cut.getByText('Ce lien d’invitation n’est pas entier.').waitFor();
});

it('[FA33] a volunteer who signs out while free ends their shift, and no page that is signed out reports a fault', async () => {
  const { page, context } = await aVolunteer(house);
  await page.getByLabel('Chez moi').check();
  await page.getByRole('button', { name: 'Je suis disponible' }).click();
  await page.getByRole('heading', { name: 'Vous êtes disponible.' }).waitFor();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
  const faults: string[] = [];
  const again = await context.newPage();
  again.on('console', (said) => said.type() === 'error' && faults.push(said.text()));
  await again.goto(new URL('/ecoute', house.url).href);
  await again.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
  expect(faults).toEqual([]);
});

it('[FA59] an invitation and a reset that are pasted over an open page are shown, at both doors', async () => {
  const invitation = await aLink();
  const forged = '#reset=' + 'A'.repeat(43);
  for (const door of ['/ecoute', '/desk']) {
    const { page } = await aVisit(house, door);
    await page.getByRole('button', { name: 'Entrer', exact: true }).waitFor();
    await page.goto(new URL(door, house.url).href + new URL(invitation).hash);
    await page.getByRole('button', { name: 'Créer mon accès' }).waitFor();
    await page.goto(new URL(door, house.url).href + forged);
    await page.getByRole('heading', { name: 'Un nouveau mot de passe.' }).waitFor();
    await page.goto(new URL(door, house.url).href + new URL(invitation).hash);
    await page.getByRole('button', { name: 'Créer mon accès' }).waitFor();
  }
});

it('[FA59] a link that is pasted during a conversation cuts nobody off', async () => {
  const invitation = await aLink();
  const [caller, volunteer] = [await aCaller(house), await aFreeVolunteer(house)];
  await accepts(volunteer.page);
  await says(volunteer.page, 'Bonsoir.');
  await reads(caller.page, 'Bonsoir.');
  await volunteer.page.goto(new URL('/ecoute', house.url).href + new URL(invitation).hash);
  await says(volunteer.page, 'Je suis toujours là.');
  await reads(caller.page, 'Je suis toujours là.');
  await reads(volunteer.page, 'Bonsoir.');
  await ends(volunteer.page);
});
