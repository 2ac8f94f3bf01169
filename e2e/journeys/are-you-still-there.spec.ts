// A caller who does not answer is skipped and keeps their place; one large button, or a key, takes it up again.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { aCaller, accepts, aFreeVolunteer, ends, isAtPlace, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse({ STILL_THERE_SECONDS: '8' });
});
afterAll(() => house.end());

it('[OF10] [OF11] [LN6] who does not answer is skipped, keeps the place, and is heard when they are back', async () => {
  const { page: silent } = await aCaller(house, 'silent');
  const { page: other } = await aCaller(house);
  // Nobody has touched this page since it was loaded.
  await silent.reload();
  await isAtPlace(silent, 1);
  await isAtPlace(other, 2);

  const { page: volunteer } = await aFreeVolunteer(house);
  const question = silent.getByRole('alert').getByText('Quelqu’un peut vous lire. Êtes-vous là ?');
  await question.waitFor();
  expect(await silent.title()).toBe('Êtes-vous là ?');
  expect(await silent.evaluate(() => document.activeElement?.textContent)).toBe('Oui, je suis là');
  expect(await barriersIn(silent)).toEqual([]);

  await silent.getByRole('heading', { name: 'Votre place est gardée.' }).waitFor();
  expect(await barriersIn(silent)).toEqual([]);
  await accepts(volunteer);
  await says(volunteer, 'Bonsoir.');
  await reads(other, 'Bonsoir.');
  await isAtPlace(silent, 1);

  await ends(volunteer);
  await volunteer.getByRole('button', { name: 'Je suis de nouveau disponible' }).click();
  await volunteer.getByRole('heading', { name: 'Vous êtes disponible.' }).waitFor();
  await silent.getByRole('button', { name: 'Touchez ici pour la reprendre' }).press('Enter');
  await accepts(volunteer);
  await says(silent, 'Je suis revenue.');
  await reads(volunteer, 'Je suis revenue.');
});

it('[OF10] [OF13] one key answers the question; who writes is not asked', async () => {
  const { page: caller } = await aCaller(house, 'silent');
  await caller.reload();
  await isAtPlace(caller, 1);
  const { page: volunteer } = await aFreeVolunteer(house);
  await caller.getByRole('button', { name: 'Oui, je suis là' }).press('Enter');
  await accepts(volunteer);
  await ends(caller);

  const { page: writer } = await aCaller(house, 'silent');
  await writer.getByRole('textbox').fill('Je ne sais pas comment commencer');
  await volunteer.getByRole('button', { name: 'Je suis de nouveau disponible' }).click();
  await volunteer.getByRole('button', { name: 'J’écoute' }).waitFor();
  expect(await writer.getByRole('textbox').inputValue()).toBe('Je ne sais pas comment commencer');
});
