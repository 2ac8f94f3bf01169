// Who waited longer than anybody should is told so by a page that is sorry, lays no blame, and leads somewhere.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersInAll } from '../harness/axe.js';
import { theLineChooses } from '../harness/line-choices.js';
import { aCaller } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse({ CALLER_GRACE_SECONDS: '1', VOLUNTEER_GRACE_SECONDS: '0.6' });
});
afterAll(() => house.end());

it('[LN7, FA2] the wait is over, said with care, and nothing of it stays on the page', async () => {
  const { page } = await aCaller(house);
  await page.getByRole('textbox').fill('Je ne sais plus quoi faire.');
  await theLineChooses(house, { stillThere: 300, offerStands: 500, awayTold: 100, waitLimit: 1_500 });
  await page
    .getByRole('heading', { name: 'Personne n’a pu vous répondre, et nous en sommes désolés.' })
    .waitFor();
  expect(await page.content()).not.toContain('Je ne sais plus quoi faire');
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  expect(await barriersInAll(page)).toEqual([]);
  for (const number of ['3114', '15', '112', '114'])
    expect(
      await page.getByRole('main').getByRole('link', { name: number, exact: true }).count(),
    ).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Revenir au début' }).click();
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
});
