// A listening post's own computer, shared by its volunteers: registered from the desk, entered by a PIN, and nothing of one
// volunteer left for the next.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../apps/api/test/harness/eventually.js';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { aVisit, makesAccessAs, takesApp, theCoordinator } from '../harness/people.js';
import { picture } from '../harness/picture.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const password = 'correct cheval pile agrafe';
const pin = '271828';

async function anInvitation(): Promise<string> {
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Lien pour un·e bénévole' }).click();
  const link = await desk.getByLabel('Lien d’invitation').inputValue();
  await desk.getByRole('button', { name: 'C’est fait' }).click();
  return link;
}

/** A browser that knows its post, by the code the coordinator reads out. */
async function aPost() {
  const desk = await theCoordinator(house);
  const opens = desk.getByRole('button', { name: 'Voir les ordinateurs enregistrés' });
  if (await opens.isVisible()) await opens.click();
  await desk.getByRole('button', { name: 'Un code pour un autre ordinateur' }).click();
  const code = await desk.getByText(/^[A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4}$/).innerText();
  expect(await barriersIn(desk)).toEqual([]);
  const { page, context } = await aVisit(house, '/ecoute');
  await page.getByRole('button', { name: 'Cet ordinateur est celui d’un poste d’écoute' }).click();
  await page.getByLabel('Code donné par la coordination').fill('AAAA-AAAA-AAAA');
  await page.getByRole('button', { name: 'Enregistrer cet ordinateur' }).click();
  await page.getByText('Ce code n’est pas le bon').waitFor();
  await page.getByLabel('Code donné par la coordination').fill(code);
  await page.getByRole('button', { name: 'Enregistrer cet ordinateur' }).click();
  await page.getByText('Cet ordinateur est celui du poste « Poste central »').waitFor();
  expect(await barriersIn(page)).toEqual([]);
  await desk.getByRole('button', { name: 'C’est fait' }).click();
  return { page, context, desk };
}

/** An account made on this very browser: no second proof is asked for here. */
async function joins(page: Page, pseudonym: string): Promise<void> {
  const link = await anInvitation();
  // From the page of the door itself it would be another fragment of the same document.
  await page.goto('about:blank');
  await page.goto(link);
  await makesAccessAs(page, pseudonym, password);
  await page.getByText('Vous écoutez depuis le poste « Poste central ».').waitFor();
}

async function choosesPin(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choisir un code' }).click();
  await page.getByLabel('Six chiffres, que vous seul·e connaissez').fill(pin);
  expect(await barriersIn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Garder ce code' }).click();
  await page.getByText('Vous avez un code pour cet ordinateur.').waitFor();
}

const isOut = (page: Page) => page.getByLabel('Code à six chiffres, pour ce poste').waitFor();

async function signsOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await isOut(page);
}

async function givesPin(page: Page, pseudonym: string, given = pin): Promise<void> {
  await page.getByLabel('Pseudonyme').fill(pseudonym);
  await page.getByLabel('Code à six chiffres, pour ce poste').fill(given);
  await page.getByRole('button', { name: 'Entrer', exact: true }).click();
}

/** All a browser could show the next one of who was there: what is drawn, what is stored, what it sends. */
async function everythingOn(page: Page): Promise<string> {
  return page.evaluate(async () =>
    JSON.stringify([
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input')].map(({ value }) => value),
      Object.entries(sessionStorage),
      Object.entries(localStorage),
      document.cookie,
      await caches.keys(),
      (await indexedDB.databases()).map(({ name }) => name),
    ]),
  );
}

it('[PD2] [PD3] [FA50] a volunteer of the post comes in by the password, chooses a PIN, and comes in by it the next time', async () => {
  const { page, context } = await aPost();
  await joins(page, 'Ariane');
  await choosesPin(page);
  await signsOut(page);
  await givesPin(page, 'Ariane', '000000');
  await page.getByText('Ce pseudonyme et ce code ne vont pas ensemble ici.').waitFor();
  await givesPin(page, 'Ariane');
  await page.getByText('Vous êtes entré·e avec votre code.').waitFor();
  await page.getByRole('button', { name: 'Je suis disponible' }).click();
  await page.getByRole('heading', { name: 'Vous êtes disponible.' }).waitFor();
  await context.close();
});

it('[SF14] [FA58] who has no second proof yet says their password before they choose one, however they came in', async () => {
  const { page, context } = await aPost();
  await joins(page, 'Aliénor');
  await choosesPin(page);
  await signsOut(page);
  await givesPin(page, 'Aliénor');
  await page.getByRole('button', { name: 'En choisir une' }).click();
  await page.getByRole('button', { name: 'Une application de codes' }).click();
  await page.getByRole('heading', { name: 'Votre mot de passe, d’abord.' }).waitFor();
  await page.getByLabel('Mot de passe').fill(pin);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByText('Ce n’est pas votre mot de passe. Rien n’est changé.').waitFor();
  expect(await barriersIn(page)).toEqual([]);
  await picture(page, 'password-before-a-first-factor');
  await page.getByRole('button', { name: 'Annuler' }).click();
  await page.getByText('Vous n’en avez pas encore.').waitFor();
  await page.getByRole('button', { name: 'En choisir une' }).click();
  await page.getByRole('button', { name: 'Une application de codes' }).click();
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await takesApp(page);
  await page.getByText('C’est fait : votre accès est mieux protégé.').waitFor();
  await page.getByText('Une application de codes, sur votre téléphone.').waitFor();
  await context.close();
});

it('[PD9] [FA50] who signs out leaves nothing for the next: neither drawn, stored, sent, nor behind a press of « back »', async () => {
  const { page, context } = await aPost();
  await joins(page, 'Bérengère');
  await page.getByRole('button', { name: 'Je suis disponible' }).click();
  await page.getByRole('heading', { name: 'Vous êtes disponible.' }).waitFor();
  // The next page of this tab keeps the one before it for « back ».
  await page.goto(new URL('/', house.url).href);
  await page.goBack();
  await page.getByRole('heading', { name: 'Vous êtes disponible.' }).waitFor();
  const session = (await context.cookies()).find(({ name }) => name === '__Host-veille')?.value ?? 'none';
  await signsOut(page);
  expect(await everythingOn(page)).not.toContain('Bérengère');
  const storage = await page.evaluate(() => [sessionStorage.length, localStorage.length]);
  expect(storage).toEqual([0, 0]);
  const cookies = await context.cookies();
  // What stays is of the browser, and says nothing of anybody: whose post it is, and that strangers do not slow it.
  expect(cookies.map(({ name }) => name).sort()).toEqual(['__Host-veille-known', '__Host-veille-post']);
  expect(JSON.stringify(cookies)).not.toContain(session);
  for (const way of ['goBack', 'goForward', 'goBack', 'goBack'] as const) {
    await page[way]().catch(() => null);
    expect(await page.content()).not.toContain('Bérengère');
  }
  await page.goto(new URL('/ecoute', house.url).href);
  await isOut(page);
  expect(await everythingOn(page)).not.toContain('Bérengère');
  await context.close();
});

it('[PD6] [FA50] a computer the desk accepts no more signs out who sits there, and asks for both steps again', async () => {
  const { page, context, desk } = await aPost();
  await joins(page, 'Clémence');
  const rows = desk.getByRole('listitem').filter({ hasText: 'servi le' });
  for (let left = await rows.count(); left > 0; left -= 1) {
    const row = rows.first();
    await row.getByRole('button', { name: 'Ne plus l’accepter' }).click();
    await row.locator('button:not([aria-disabled])').getByText('Oui, et déconnecter qui y est').click();
    await eventually(async () => expect(await rows.count()).toBe(left - 1));
  }
  await desk.getByText('Aucun ordinateur n’est enregistré.').waitFor();
  await page.getByRole('button', { name: 'Cet ordinateur est celui d’un poste d’écoute' }).waitFor();
  expect(await everythingOn(page)).not.toContain('Clémence');
  await context.close();
});
