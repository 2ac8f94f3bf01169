// A phone puts the page to sleep, as Chromium itself does it: nothing of it runs, nothing is called delivered meanwhile, and
// when it is looked at again it is where it was.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { eventually } from '../../apps/api/test/harness/eventually.js';
import { aHouse, type House } from '../harness/a-house.js';
import { aPhone, type Phone } from '../harness/a-phone.js';
import { leasesOn } from '../harness/live-store.js';
import { accepts, aCaller, aCallerIn, aFreeVolunteer, isAtPlace, reads, says } from '../harness/people.js';

let house: House;
let phone: Phone;
beforeAll(async () => {
  house = await aHouse();
  phone = await aPhone();
});
afterAll(() => Promise.all([phone.end(), house.end()]));

const delivered = (page: Page) => page.getByRole('log').getByText('remis ✓');

/** The browser's own words to the page, from now on. */
const watched = (page: Page) =>
  page.evaluate(() => {
    const heard: string[] = [];
    for (const name of ['freeze', 'resume']) document.addEventListener(name, () => heard.push(name));
    Object.assign(window, { heard });
  });
const heard = (page: Page) => page.evaluate('window.heard');

it('[FA16] [TK3] in the line: the place is kept while it sleeps past its lease, and when its network goes and comes', async () => {
  const first = await aCallerIn(phone.context, house);
  const second = await aCaller(house);
  await isAtPlace(second.page, 2);
  await watched(first.page);
  const wakes = await phone.sleeps(first.page);
  // The service gives up on the tab, and not on the person.
  await eventually(async () => expect(await leasesOn(house.live, 'principale')).toBe(1), 60_000);
  await isAtPlace(second.page, 2);
  await wakes();
  await isAtPlace(first.page, 1);
  expect(await heard(first.page)).toEqual(['freeze', 'resume']);
  await phone.context.setOffline(true);
  await first.page.getByText('Votre appareil n’a plus internet.').waitFor();
  await phone.context.setOffline(false);
  await first.page.getByText('Votre appareil n’a plus internet.').waitFor({ state: 'hidden' });
  await isAtPlace(first.page, 1);
  await isAtPlace(second.page, 2);
  for (const { page } of [second, first]) {
    await page.getByRole('button', { name: 'Quitter la file' }).click();
    await page.getByRole('heading', { name: 'Vous avez quitté la file.' }).waitFor();
  }
});

it('[FA16] [D2] in a conversation: what is said meanwhile is not delivered, and is when the page is awake', async () => {
  const { page: caller } = await aCallerIn(phone.context, house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(volunteer, 'Je vous lis.');
  await reads(caller, 'Je vous lis.');
  await delivered(volunteer).waitFor();
  await watched(caller);
  const wakes = await phone.sleeps(caller);
  await says(volunteer, 'Vous êtes toujours là ?');
  await volunteer.getByRole('log').getByText('pas encore remis').waitFor();
  expect(await delivered(volunteer).count()).toBe(1);
  await wakes();
  await reads(caller, 'Vous êtes toujours là ?');
  await delivered(volunteer).nth(1).waitFor();
  expect(await heard(caller)).toEqual(['freeze', 'resume']);
  await says(caller, 'Je suis là.');
  await reads(volunteer, 'Je suis là.');
});
