// Too many wait: a page of somebody on a break who wished it is called, with a true number, once, and nobody is moved by it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { theLineChooses } from '../harness/line-choices.js';
import { aCaller, aFreeVolunteer, aVolunteer } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
  await theLineChooses(house, { recallAbove: 1 });
});
afterAll(() => house.end());

it('[RC1] who wished it is called while too many wait, off or away, and told when it is over', async () => {
  const { page: off } = await aVolunteer(house);
  const { page: silent } = await aVolunteer(house);
  const { page: away } = await aFreeVolunteer(house);
  await away.getByRole('button', { name: 'Faire une pause' }).click();
  for (const page of [off, away])
    await page.getByLabel('Prévenez-moi si beaucoup de personnes attendent.').check();
  const { page: one } = await aCaller(house);
  const { page: other } = await aCaller(house);
  const called = /^2 personnes attendent en ce moment\./;
  for (const page of [off, away]) await page.getByText(called).waitFor();
  for (const page of [off, away]) expect(await barriersIn(page)).toEqual([]);
  expect(await silent.getByText(called).count()).toBe(0);
  await away.getByRole('heading', { name: 'Vous êtes en pause.' }).waitFor();

  for (const page of [one, other]) await page.getByRole('button', { name: 'Quitter la file' }).click();
  for (const page of [off, away]) await page.getByText('en ce moment.').waitFor({ state: 'hidden' });
});
