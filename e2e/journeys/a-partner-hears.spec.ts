// Two associations help each other, as their people live it: a code from one desk to the other, a caller heard by a partner's
// volunteer, and an end that lets them finish.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import {
  aCaller,
  accepts,
  aVisit,
  ends,
  makesAccount,
  reads,
  says,
  theCoordinator,
} from '../harness/people.js';
import { picture } from '../harness/picture.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** What cannot be undone is asked twice, at the same place. */
async function twice(page: Page, once: string, sure: string): Promise<void> {
  await button(page, once).click();
  await page.locator('button:not([aria-disabled])').getByText(sure, { exact: true }).click();
}

async function invites(desk: Page, name: string | RegExp): Promise<Page> {
  await desk.getByRole('button', { name }).click();
  const link = await desk.getByLabel('Lien d’invitation').inputValue();
  await button(desk, 'C’est fait').click();
  const { page } = await aVisit(house, link);
  await makesAccount(page);
  return page;
}

/** A second association, founded from the first one's desk: the desk of who coordinates it. */
async function aPartner(desk: Page): Promise<Page> {
  await button(desk, 'Créer une association').click();
  await desk.getByLabel('Nom de l’association').fill('L’Étoile du soir');
  await desk.getByLabel('Poste d’écoute').fill('Poste du port');
  await desk.getByLabel('Nom de la ligne').fill('La nuit en mer');
  await button(desk, 'Créer cette association').click();
  const partner = await invites(desk, /^Inviter la coordination/);
  await partner.getByRole('heading', { name: 'La nuit en mer' }).waitFor();
  return partner;
}

it('[AG8] a code goes from desk to desk, a caller is heard by a partner, and an end lets them finish', async () => {
  const desk = await theCoordinator(house);
  const partner = await aPartner(desk);
  await button(desk, 'Faire un code pour une partenaire').click();
  const code = await desk.locator('.code').innerText();
  expect(code).toMatch(/^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  await picture(desk, 'a-code');
  await button(desk, 'C’est fait').click();
  await desk.getByText('Un code attend d’être apporté', { exact: false }).waitFor();

  await button(partner, 'J’ai reçu un code').click();
  await partner.getByLabel('Code donné par l’autre association').fill('ABCD-EFGH');
  await button(partner, 'Accepter l’accord').click();
  await partner.getByText('Ce code n’ouvre rien', { exact: false }).waitFor();
  await picture(partner, 'a-wrong-code');
  await partner.getByLabel('Code donné par l’autre association').fill(code.toLowerCase());
  await button(partner, 'Accepter l’accord').click();
  await partner.getByText('C’est conclu.', { exact: false }).waitFor();
  await partner.getByText('Une ligne de Veille.', { exact: false }).waitFor();
  expect(await barriersIn(partner)).toEqual([]);
  await picture(partner, 'agreed');

  const volunteer = await invites(partner, 'Lien pour un·e bénévole');
  // The page comes back for the line that is chosen.
  const chosen = { name: 'Ligne principale, pour Veille' };
  await volunteer.getByRole('radio', chosen).click();
  await volunteer.getByRole('radio', { ...chosen, checked: true }).waitFor();
  await picture(volunteer, 'which-line');
  await button(volunteer, 'Je suis disponible').click();
  const { page: caller } = await aCaller(house);
  await accepts(volunteer);
  await says(caller, 'Il y a quelqu’un ?');
  await reads(volunteer, 'Il y a quelqu’un ?');

  await desk.getByText('L’Étoile du soir y écoute aussi', { exact: false }).waitFor();
  expect(await barriersIn(desk)).toEqual([]);
  await picture(desk, 'agreed-own');
  await twice(desk, 'Mettre fin à l’accord', 'Oui, y mettre fin');
  await desk.getByText('Aucun accord pour le moment.').waitFor();
  await says(volunteer, 'Je suis là.');
  await reads(caller, 'Je suis là.');
  await ends(volunteer);
  await volunteer.getByRole('heading', { name: 'Cette ligne ne vous est plus confiée.' }).waitFor();
  expect(await barriersIn(volunteer)).toEqual([]);
  await picture(volunteer, 'ended');
  await button(volunteer, 'Revenir à l’écoute').click();
  await volunteer.getByText('Poste du port').waitFor();
  expect(await volunteer.getByText('Ligne principale').count()).toBe(0);
});
