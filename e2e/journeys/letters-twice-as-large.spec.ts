// Whoever needs letters twice as large reads every screen of a caller on a small phone without scrolling sideways.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findOrFetchChromium } from '../../launch/chromium.mjs';
import { aHouse, type House } from '../harness/a-house.js';
import {
  accepts,
  aCaller,
  aFreeVolunteer,
  aVisit,
  ends,
  isSized,
  phone,
  reads,
  says,
} from '../harness/people.js';

/** Of a browser's own settings, in pixels: what it takes for one rem, in its media queries too. */
const LARGE = 32;

let house: House;
let large: Browser;
beforeAll(async () => {
  house = await aHouse({ LANGUAGES: 'fr,en,uk' });
  const { executablePath, args, env } = await findOrFetchChromium();
  const letters = `--blink-settings=defaultFontSize=${LARGE}`;
  large = await chromium.launch({ executablePath, args: [...args, letters], env });
});
afterAll(async () => {
  await large.close();
  await house.end();
});

/** What stands out at either side of the window, as it begins; nothing when all of it is in sight. */
async function standsOut(page: Page): Promise<string[]> {
  await isSized(page, phone);
  return page.evaluate(() => {
    const root = document.documentElement;
    if (getComputedStyle(root).fontSize !== '36px') return ['letters are not twice as large'];
    if (root.scrollWidth <= window.innerWidth) return [];
    const all = [...document.querySelectorAll('body *')];
    const wide = all.filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1);
    return [`${root.scrollWidth} px`, ...wide.map((one) => one.outerHTML.slice(0, 160))];
  });
}

it('[FA34] every screen of a caller fits a small phone when letters are twice as large', async () => {
  const here = { ...house, browser: large };
  const fits: Record<string, string[]> = {};
  const look = async (name: string, page: Page) => void (fits[name] = await standsOut(page));
  const { page } = await aVisit(here, '/');
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  await look('welcome', page);
  await page.getByRole('button', { name: 'Nos promesses' }).click();
  await page.getByRole('heading', { name: 'Nos promesses' }).waitFor();
  await look('promises', page);
  const { page: caller } = await aCaller(here);
  await look('waiting', caller);
  await page.goto(house.url);
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
  await caller
    .getByRole('button', { name: 'Ce que nous gardons sur vous' })
    .click()
    .catch(() => undefined);
  await look('held', caller);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await caller.getByRole('log').waitFor();
  await says(caller, 'Bonsoir, je ne dors pas.');
  await reads(volunteer, 'Bonsoir, je ne dors pas.');
  await says(volunteer, 'Je vous lis. Prenez votre temps.');
  await reads(caller, 'Je vous lis. Prenez votre temps.');
  await look('talking', caller);
  await ends(volunteer);
  await caller.getByRole('heading', { name: 'Cette conversation est terminée.' }).waitFor();
  await look('ended', caller);
  await caller.getByRole('button', { name: 'Effacer et fermer' }).click();
  await look('gone', caller);
  expect(fits).toEqual(Object.fromEntries(Object.keys(fits).map((name) => [name, []])));
});

/** Between what stays in sight above and the lower end of the window. */
const isInSight = (page: Page, words: string) =>
  page.waitForFunction((awaited) => {
    const last = [...document.querySelectorAll('[role=log] li')].find((one) =>
      one.textContent?.includes(awaited),
    );
    const box = last?.getBoundingClientRect();
    const above = document.querySelector('header')?.getBoundingClientRect().bottom ?? 0;
    return box !== undefined && box.bottom > above && box.bottom <= window.innerHeight + 1;
  }, words);

it('[FA34] new words are followed when letters are twice as large, and whoever reads back is left where they are', async () => {
  const { page: caller } = await aCaller({ ...house, browser: large });
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await caller.getByRole('log').waitFor();
  await isSized(caller, phone);
  for (let at = 1; at <= 6; at += 1) {
    await says(volunteer, `Je vous lis, ${at}. Prenez tout le temps qu’il vous faut.`);
    await isInSight(caller, `Je vous lis, ${at}.`);
  }
  await says(caller, 'Merci d’être là.');
  await isInSight(caller, 'Merci d’être là.');
  expect(await caller.getByRole('textbox').isVisible()).toBe(true);

  await caller.evaluate(() => window.scrollTo(0, 0));
  await says(volunteer, 'Je reste avec vous.');
  await reads(caller, 'Je reste avec vous.');
  await volunteer.getByRole('log').getByText('remis ✓').last().waitFor();
  expect(await caller.evaluate(() => window.scrollY)).toBe(0);
});
