// Somebody comes into the room: one press, or Shift three times, and nothing of Veille is on the screen or in the tab.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { accepts, aCaller, aFreeVolunteer, phone, reads, says, theCoordinator } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const neutral = 'https://www.meteofrance.com/';

/** The other site is played by the test: no journey leaves this machine. */
async function aCallerWithAWayOut(): Promise<Page> {
  const { page, context } = await aCaller(house);
  await context.route(`${neutral}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<title>Météo</title><h1>Météo</h1>' }),
  );
  return page;
}

const exitButton = (page: Page) => page.getByRole('button', { name: 'Sortir vite' });
const isElsewhere = (page: Page) => page.getByRole('heading', { name: 'Météo' }).waitFor();

/** Back: the page that was before, and with it a tab that holds nothing. */
async function backIsTheStart(page: Page): Promise<void> {
  await page.goto(house.url);
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  expect(await page.evaluate(() => ({ ...sessionStorage, ...localStorage }))).toEqual({});
}

it('[FA14] [FA15] out of the line by the button: the place is free at once, and Back shows the start page', async () => {
  const page = await aCallerWithAWayOut();
  const second = await aCaller(house);
  await second.page.getByText('Vous êtes à la place 2.').waitFor();
  await page.setViewportSize({ width: phone.width, height: 480 });
  await page.mouse.wheel(0, 2_000);
  expect(await exitButton(page).isVisible()).toBe(true);
  await page.getByText('Ce que nous ne pouvons pas effacer').waitFor();
  await exitButton(page).click();
  await isElsewhere(page);
  await second.page.getByText('Personne n’est avant vous.').waitFor();
  // The page took Veille's place: what Back finds is what was there before Veille.
  await page.goBack();
  expect(page.url()).toBe('about:blank');
  await backIsTheStart(page);
  await second.page.getByRole('button', { name: 'Quitter la file' }).click();
  await second.page.getByRole('heading', { name: 'Vous avez quitté la file.' }).waitFor();
});

it('[FA15] out of a conversation by Shift three times, even while writing: the volunteer is told', async () => {
  const page = await aCallerWithAWayOut();
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(page, 'Il rentre.');
  await reads(volunteer, 'Il rentre.');
  await page.getByRole('textbox').pressSequentially('VOILA');
  expect(await exitButton(page).isVisible()).toBe(true);
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
  await isElsewhere(page);
  await volunteer.getByRole('heading', { name: 'Respirez.' }).waitFor();
  await backIsTheStart(page);
});

it('[FA15] [FA22] to the page the line chose, known to a page that came back with its ticket too', async () => {
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Horaires, limites et textes' }).click();
  const exitTo = desk.getByLabel('La page qui remplace Veille');
  await exitTo.fill('http://recettes.example/');
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await desk.getByText('Rien n’a été changé. À revoir : La page qui remplace Veille.').waitFor();
  await exitTo.fill('https://recettes.example/');
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await desk.getByText('C’est enregistré.').waitFor();

  const { page, context } = await aCaller(house);
  await context.route('https://recettes.example/**', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>Recettes</h1>' }),
  );
  await page.getByText('le site recettes.example à sa place').waitFor();
  await page.reload();
  await page.getByText('le site recettes.example à sa place').waitFor();
  await exitButton(page).click();
  await page.getByRole('heading', { name: 'Recettes' }).waitFor();
  await backIsTheStart(page);
});

it('[FA15] a page the browser brings back from its memory after the exit begins anew', async () => {
  const { page, context } = await aCaller(house);
  await context.route('https://**', (route) => route.fulfill({ status: 204 }));
  await page.getByRole('textbox').fill('Je ne sais pas par où commencer.');
  await exitButton(page).click();
  await page.getByRole('alert').getByText('Vous quittez cette page.').waitFor();
  // What the browser says to a page it brings back; when it does so itself is its own to choose.
  await page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  expect(await page.content()).not.toContain('commencer');
});

it('[FA15] out at once with the service dead and the other site too: nothing of it is left on the page', async () => {
  const { page, context } = await aCaller(house);
  await page.getByRole('textbox').fill('Je ne sais pas par où commencer.');
  // An answer without content leaves the browser where it is.
  await context.route('https://**', (route) => route.fulfill({ status: 204 }));
  await house.die();
  await exitButton(page).click();
  await page.getByRole('alert').getByText('Vous quittez cette page.').waitFor();
  expect(await page.locator('body').innerText()).not.toMatch(/Veille|file|commencer/);
  expect(await page.title()).toBe('Un instant…');
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
});
