// On a bad network the first screen stands alone for a while: with its numbers and its exit, and a true word about the rest.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { phone } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const rest = /\/assets\/inside-.*\.js$/;

it('[FA46] the first screen stands before the rest can be fetched, says so, and goes on by itself', async () => {
  const context = await house.browser.newContext({ viewport: phone, locale: 'fr-FR' });
  const page = await context.newPage();
  let refused = 0;
  await page.route(rest, (route) => {
    refused += 1;
    return route.abort();
  });
  await page.goto(house.url);
  await page.getByText('Le service ne répond pas pour l’instant').waitFor();
  expect(refused).toBeGreaterThan(0);
  expect(await page.getByRole('link', { name: '3114' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: /Sortir vite/ }).isVisible()).toBe(true);
  const start = page.getByRole('button', { name: 'Parler à quelqu’un' });
  expect(await start.isDisabled()).toBe(true);
  await page.unroute(rest);
  await page.getByText('Le service ne répond pas pour l’instant').waitFor({ state: 'hidden' });
  await start.click();
  await page.getByText('Vous êtes dans la file.').waitFor();
  await context.close();
});
