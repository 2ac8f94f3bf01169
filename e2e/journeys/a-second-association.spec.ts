// A second association, as its people live it: founded in one form, coordinated, and heard on its own line in its own colours.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { aCaller, accepts, aVisit, makesAccount, reads, says, theCoordinator } from '../harness/people.js';
import { picture } from '../harness/picture.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const linkOn = async (desk: Page): Promise<string> => {
  const link = await desk.getByLabel('Lien d’invitation').inputValue();
  await desk.getByRole('button', { name: 'C’est fait' }).click();
  return link;
};

it('[TN4] an association is founded from the desk, and a caller is heard on its line', async () => {
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Créer une association' }).click();
  await desk.getByLabel('Nom de l’association').fill('L’Étoile du soir');
  await desk.getByLabel('Poste d’écoute').fill('Poste du port');
  await desk.getByLabel('Nom de la ligne').fill('Principale');
  await picture(desk, 'founding');
  await desk.getByRole('button', { name: 'Créer cette association' }).click();
  await desk.getByText('C’est déjà pris. Choisissez autre chose.').waitFor();
  await desk.getByLabel('Nom de la ligne').fill('La nuit en mer');
  await desk.getByRole('button', { name: 'Créer cette association' }).click();
  await desk.getByText('L’Étoile du soir est créée.', { exact: false }).waitFor();
  await picture(desk, 'founded');
  await desk.getByRole('button', { name: /^Inviter la coordination/ }).click();

  const { page: coordinator } = await aVisit(house, await linkOn(desk));
  expect(coordinator.url()).toContain('/desk/l-etoile-du-soir');
  await makesAccount(coordinator);
  await coordinator.getByRole('heading', { name: 'La nuit en mer' }).waitFor();
  await coordinator.getByText('/ligne/la-nuit-en-mer', { exact: false }).waitFor();
  expect(await coordinator.getByText('Ligne principale').count()).toBe(0);

  await coordinator.getByRole('button', { name: 'Horaires, limites et textes' }).click();
  await coordinator
    .getByLabel('Ce que dit la page d’accueil en premier')
    .fill('Des marins écoutent des marins, la nuit.');
  await coordinator.getByLabel('Couleur de nuit').fill('#333333');
  await coordinator.getByRole('button', { name: 'Enregistrer' }).first().click();
  await coordinator.getByText('Cette couleur se lirait mal sur la page.', { exact: false }).waitFor();
  await coordinator.getByLabel('Couleur de nuit').fill('#8fd0ff');
  await coordinator.getByLabel('Couleur de jour').fill('#0a4a84');
  await coordinator.getByRole('button', { name: 'Enregistrer' }).first().click();
  await coordinator.getByText('C’est enregistré.', { exact: false }).waitFor();
  await coordinator.getByRole('button', { name: 'Fermer sans enregistrer' }).click();
  expect(await barriersIn(coordinator)).toEqual([]);
  await picture(coordinator, 'coordinator');

  await coordinator.getByRole('button', { name: 'Lien pour un·e bénévole' }).click();
  const { page: volunteer } = await aVisit(house, await linkOn(coordinator));
  await makesAccount(volunteer);
  await volunteer.getByText('Poste du port').waitFor();
  expect(await volunteer.getByText('Poste central').count()).toBe(0);
  await volunteer.getByRole('button', { name: 'Je suis disponible' }).click();

  const { page: outside } = await aVisit(house, '/ligne/la-nuit-en-mer');
  await outside.getByText('Des marins écoutent des marins, la nuit.').waitFor();
  const worn = () => outside.evaluate(() => document.documentElement.style.getPropertyValue('--light'));
  expect(['#8fd0ff', '#0a4a84']).toContain(await worn());
  expect(await barriersIn(outside)).toEqual([]);
  await picture(outside, 'caller');

  const { page: caller } = await aCaller(house, undefined, '/ligne/la-nuit-en-mer');
  await accepts(volunteer);
  await says(caller, 'Il y a quelqu’un ?');
  await reads(volunteer, 'Il y a quelqu’un ?');
});

it('[TN5] an address that names no line says so, with somewhere to go', async () => {
  const { page } = await aVisit(house, '/ligne/nulle-part');
  await page.getByRole('heading', { name: 'Il n’y a pas de ligne à cette adresse.' }).waitFor();
  await picture(page, 'nowhere');
  await page.getByRole('button', { name: 'Aller à la page d’accueil' }).click();
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
});
