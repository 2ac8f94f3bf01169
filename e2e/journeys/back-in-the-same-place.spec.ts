// A page that is loaded again is where it was: in the line at its place, or in its conversation.
import { afterAll, beforeAll, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { accepts, aCaller, aFreeVolunteer, isAtPlace, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
}, 60_000);
afterAll(() => house.end());

it('[TK3] [SM12] [SM13] a page loaded again finds its place, then its conversation, and both go on', async () => {
  const { page: caller } = await aCaller(house);
  const other = await aCaller(house);
  await caller.reload();
  await isAtPlace(caller, 1);
  await isAtPlace(other.page, 2);

  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(caller, 'Avant.');
  await reads(volunteer, 'Avant.');
  await caller.reload();
  await caller.getByRole('log').getByText('Cette page a été rechargée').waitFor();
  await volunteer.getByRole('log').getByText('La page de la personne a été rechargée').waitFor();
  await says(caller, 'Après.');
  await reads(volunteer, 'Après.');
  await says(volunteer, 'Je suis toujours là.');
  await reads(caller, 'Je suis toujours là.');

  await volunteer.reload();
  await volunteer.getByRole('heading', { name: 'Vous êtes en conversation.' }).waitFor();
  await says(caller, 'Vous m’entendez ?');
  await reads(volunteer, 'Vous m’entendez ?');
}, 60_000);

it('[PR3] a second tab of the same caller takes over, and the first is told', async () => {
  const { page: first, context } = await aCaller(house);
  // What a browser does when a tab is duplicated: the new one begins with a copy of the tab's own storage.
  const slip = await first.evaluate(() => sessionStorage.getItem('veille'));
  const second = await context.newPage();
  await second.addInitScript((kept) => {
    if (kept !== null) sessionStorage.setItem('veille', kept);
  }, slip);
  await second.goto(house.url);
  await second.getByRole('heading', { name: 'Vous êtes dans la file.' }).waitFor();
  await first.getByRole('heading', { name: 'Votre place est dans un autre onglet.' }).waitFor();
  await second.getByRole('button', { name: 'Quitter la file' }).click();
  await second.getByRole('heading', { name: 'Vous avez quitté la file.' }).waitFor();
}, 60_000);

it('[TK1] [FA7] a forged ticket gives nothing, and the page begins anew', async () => {
  const { page, context } = await aCaller(house);
  const stranger = await context.newPage();
  await stranger.addInitScript(() => sessionStorage.setItem('veille', 'A'.repeat(300)));
  await stranger.goto(house.url);
  await stranger.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  await page.getByRole('button', { name: 'Quitter la file' }).click();
}, 60_000);
