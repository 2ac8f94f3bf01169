// The people of a browser journey, as they would do it: by what stands on the page, never by what is behind it.
import { randomBytes } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { codeAt } from '../../apps/api/test/harness/totp-app.js';
import type { House } from './a-house.js';

export const phone = { width: 360, height: 740 };

type Size = { readonly width: number; readonly height: number };

/**
 * The window has this size, and the page was laid out for it: the browser says yes before the page has heard of it, and what
 * is looked at then is still the former one, with things under the bar of numbers.
 */
export async function isSized(page: Page, size: Size): Promise<void> {
  await page.setViewportSize(size);
  await page.waitForFunction(
    ({ width, height }) => window.innerWidth === width && window.innerHeight === height,
    size,
  );
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** Everything a visit asked of the network, to be looked at in the end. */
export type Visit = { readonly page: Page; readonly context: BrowserContext; readonly asked: string[] };

/** A fresh browser profile with one page open. `before`: what its pages do by themselves. */
export async function aVisit(house: House, path: string, before = () => undefined): Promise<Visit> {
  const context = await house.browser.newContext({ viewport: phone, locale: 'fr-FR' });
  return visits(context, { house, path, before });
}

type Coming = { house: House; path: string; before: () => undefined };

/** One more page of a profile that is there already. */
async function visits(context: BrowserContext, { house, path, before }: Coming): Promise<Visit> {
  await context.addInitScript(before);
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(new URL(path, house.url).href);
  return { page, context, asked };
}

/** In the page: whoever is asked whether they are still there says so. */
function answers(): undefined {
  new MutationObserver(() => {
    const buttons = [...document.querySelectorAll('button')];
    buttons.find(({ textContent }) => textContent === 'Oui, je suis là')?.click();
  }).observe(document, { childList: true, subtree: true });
}

/** In the line. `silent`: they do not answer when they are asked whether they are still there. */
export async function aCaller(house: House, how?: 'silent', path = '/'): Promise<Visit> {
  return joins(await aVisit(house, path, how === 'silent' ? undefined : answers));
}

/** In the line, in a profile of their own that stands on a disk. */
export async function aCallerIn(context: BrowserContext, house: House): Promise<Visit> {
  return joins(await visits(context, { house, path: '/', before: answers }));
}

async function joins(visit: Visit): Promise<Visit> {
  await visit.page.getByRole('button', { name: 'Parler à quelqu’un' }).click();
  await visit.page.getByRole('heading', { name: 'Vous êtes dans la file.' }).waitFor();
  return visit;
}

const coordinators = new WeakMap<House, Promise<Page>>();

/** The first coordinator's page, on the desk. */
export function theCoordinator(house: House): Promise<Page> {
  const known = coordinators.get(house);
  if (known) return known;
  const made = aVisit(house, house.firstCoordinatorLink).then(async ({ page }) => {
    await makesAccount(page);
    await page.getByRole('heading', { name: 'Ligne principale' }).waitFor();
    return page;
  });
  coordinators.set(house, made);
  return made;
}

/** A volunteer who came by an invitation and has not begun a shift. */
export async function aVolunteer(house: House): Promise<Visit> {
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Lien pour un·e bénévole' }).click();
  const link = await desk.getByLabel('Lien d’invitation').inputValue();
  await desk.getByRole('button', { name: 'C’est fait' }).click();
  const visit = await aVisit(house, link);
  await makesAccount(visit.page);
  await visit.page.getByText('Où écoutez-vous aujourd’hui ?').waitFor();
  return visit;
}

export async function aFreeVolunteer(house: House): Promise<Visit> {
  const visit = await aVolunteer(house);
  await visit.page.getByLabel('Chez moi').check();
  await visit.page.getByRole('button', { name: 'Je suis disponible' }).click();
  // Free, or offered at once when somebody waits.
  await visit.page.getByRole('heading', { name: /^(Vous êtes disponible|Quelqu’un attend)\.$/ }).waitFor();
  return visit;
}

export async function makesAccount(page: Page): Promise<void> {
  await makesAccessAs(page, `Camille ${randomBytes(3).toString('hex')}`, 'correct cheval pile agrafe');
  await choosesApp(page);
}

/** As far as the choice of a second proof. */
export async function makesAccessAs(page: Page, pseudonym: string, password: string): Promise<void> {
  await page.getByLabel('Pseudonyme').fill(pseudonym);
  await page.getByLabel('Mot de passe').fill(password);
  await page.getByRole('button', { name: 'Créer mon accès' }).click();
}

/** An app for the second factor, told by its key; the codes for the day it is lost are put away. Gives the key. */
export async function choosesApp(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Une application de codes' }).click();
  return takesApp(page);
}

/** The same, where it was chosen already. */
export async function takesApp(page: Page): Promise<string> {
  const key = (await page.locator('code').innerText()).replace(/\s/g, '');
  await page.getByLabel('Code à six chiffres').fill(codeAt(key, Date.now()));
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await page.getByRole('button', { name: 'Je les ai notés' }).click();
  return key;
}

export async function accepts(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'J’écoute' }).click();
  await page.getByRole('heading', { name: 'Vous êtes en conversation.' }).waitFor();
}

/** Writes and sends; the words stand in the log afterwards. */
export async function says(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox').fill(words);
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
}

/** Ends the conversation: asked twice, at the same place. */
export async function ends(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Terminer', exact: true }).click();
  await page.getByRole('button', { name: 'Oui, terminer' }).click();
}

/** Waits until these words stand in the page's log. */
export async function reads(page: Page, words: string): Promise<void> {
  await page.getByRole('log').getByText(words, { exact: true }).waitFor();
}

/** Waits until the page says this place. */
export async function isAtPlace(page: Page, place: number): Promise<void> {
  const said = place === 1 ? 'Personne n’est avant vous.' : `Vous êtes à la place ${place}.`;
  await page.getByText(said).waitFor();
}
