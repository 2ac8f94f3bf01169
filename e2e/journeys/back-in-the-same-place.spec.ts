// A page that is loaded again is where it was: in the line at its place, or in its conversation.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { aCaller, accepts, aFreeVolunteer, ends, isAtPlace, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

/** Everything that was said and stands in the log, in order. */
const saidOn = (page: Page) => page.getByRole('log').locator('.said').allInnerTexts();

it('[TK3] [SM13] [SM14] a page loaded again finds its place, then its conversation with every word of it', async () => {
  const { page: caller } = await aCaller(house);
  const other = await aCaller(house);
  await caller.reload();
  await isAtPlace(caller, 1);
  await isAtPlace(other.page, 2);

  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(caller, 'Avant.');
  await reads(volunteer, 'Avant.');
  await says(volunteer, 'Je vous lis.');
  await reads(caller, 'Je vous lis.');
  await caller.reload();
  await caller.getByRole('log').getByText('Ce qui avait été remis est revenu').waitFor();
  expect(await saidOn(caller)).toEqual(['Avant.', 'Je vous lis.']);
  await volunteer.getByRole('log').getByText('Elle a retrouvé la conversation').waitFor();
  await says(caller, 'Après.');
  await reads(volunteer, 'Après.');

  await volunteer.reload();
  await volunteer.getByRole('log').getByText('Ce qui avait été remis est revenu').waitFor();
  await says(volunteer, 'Je suis toujours là.');
  await reads(caller, 'Je suis toujours là.');
  const all = ['Avant.', 'Je vous lis.', 'Après.', 'Je suis toujours là.'];
  for (const page of [caller, volunteer]) expect(await saidOn(page)).toEqual(all);

  await ends(volunteer);
  await caller.getByRole('heading', { name: 'Cette conversation est terminée.' }).waitFor();
  expect(await caller.evaluate(() => Object.keys(sessionStorage))).toEqual([]);
  // The shift goes on, and its ticket is all that is left: nothing of the conversation.
  expect(await volunteer.evaluate(() => Object.keys(sessionStorage))).toEqual(['veille-ecoute']);
  await other.page.getByRole('button', { name: 'Quitter la file' }).click();
  await other.page.getByRole('heading', { name: 'Vous avez quitté la file.' }).waitFor();
});

it('[SM12] [SM17] two pages loaded again at once have lost the text, are both told, and go on', async () => {
  const { page: caller } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(caller, 'Avant.');
  await reads(volunteer, 'Avant.');
  await Promise.all([caller.reload(), volunteer.reload()]);
  for (const page of [caller, volunteer])
    await page.getByRole('log').getByText('Les deux pages ont été rechargées').waitFor();
  await says(caller, 'Vous m’entendez ?');
  await reads(volunteer, 'Vous m’entendez ?');
  expect(await saidOn(volunteer)).toEqual(['Vous m’entendez ?']);
});

it('[PR3] [FA28] a second tab of the same caller takes over, and the first goes on when the person says so', async () => {
  const { page: first, context } = await aCaller(house);
  // What a browser does when a tab is duplicated: the new one begins with a copy of the tab's own storage.
  await first.waitForFunction(() => sessionStorage.getItem('veille') !== null);
  const slip = await first.evaluate(() => sessionStorage.getItem('veille'));
  const second = await context.newPage();
  await second.addInitScript((kept) => {
    if (kept !== null) sessionStorage.setItem('veille', kept);
  }, slip);
  await second.goto(house.url);
  await second.getByRole('heading', { name: 'Vous êtes dans la file.' }).waitFor();
  await first.getByRole('heading', { name: 'Votre place est dans un autre onglet.' }).waitFor();
  await first.getByRole('button', { name: 'Continuer ici' }).click();
  await isAtPlace(first, 1);
  await second.getByRole('heading', { name: 'Votre place est dans un autre onglet.' }).waitFor();
  await first.getByRole('button', { name: 'Quitter la file' }).click();
  await first.getByRole('heading', { name: 'Vous avez quitté la file.' }).waitFor();
  expect(await first.evaluate(() => ({ ...sessionStorage }))).toEqual({});
});

it('[TK1] [FA7] a forged ticket gives nothing, and the page begins anew', async () => {
  const { page, context } = await aCaller(house);
  const stranger = await context.newPage();
  await stranger.addInitScript(() => sessionStorage.setItem('veille', 'A'.repeat(300)));
  await stranger.goto(house.url);
  await stranger.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  await page.getByRole('button', { name: 'Quitter la file' }).click();
});
