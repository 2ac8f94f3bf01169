// A phone loses its network, or the service ends: the page says which of the two, with the numbers, and comes back by itself.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { dies } from '../harness/live-store.js';
import { accepts, aCaller, aFreeVolunteer, ends, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

/** By the page's own clock, from now on: when these words stand on it, and how late its timers were meanwhile, in all. */
async function timesUntil(page: Page, words: string) {
  await page.evaluate((awaited) => {
    const [began, every] = [performance.now(), 50];
    const timed = { said: NaN, late: 0 };
    Object.assign(window, { timed });
    let last = began;
    const timer = setInterval(() => {
      const now = performance.now();
      timed.late += Math.max(0, now - last - every);
      last = now;
      if (!document.body.innerText.includes(awaited)) return;
      timed.said = now - began;
      clearInterval(timer);
    }, every);
  }, words);
  return async () => {
    await page.waitForFunction('window.timed.said > 0');
    const { said, late }: { said: number; late: number } = await page.evaluate('window.timed');
    return { said, late };
  };
}

it('[FA3] [FA21] a device without network is told so, and goes on where it was when it has one again', async () => {
  const { page: caller, context } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(caller, 'Avant.');
  await reads(volunteer, 'Avant.');
  await context.setOffline(true);
  await caller.getByText('Votre appareil n’a plus internet.').waitFor();
  expect(await caller.getByRole('link', { name: '3114' }).isVisible()).toBe(true);
  await says(caller, 'Pendant.');
  await context.setOffline(false);
  await reads(volunteer, 'Pendant.');
  await caller.getByText('Votre appareil n’a plus internet.').waitFor({ state: 'hidden' });
  await ends(volunteer);
  await caller.getByRole('button', { name: 'Effacer et fermer' }).click();
});

it('[FA3] [FA21] a service that is dead with its store is said within five seconds, and not blamed on the device', async () => {
  const { page: caller } = await aCaller(house);
  const took = await timesUntil(caller, 'La connexion est coupée.');
  await Promise.all([house.die(), dies(house.live)]);
  await caller.getByText('La connexion est coupée.').waitFor();
  const { said, late } = await took();
  // On a machine that stands still for a while, everything that it times comes late by as much.
  expect(said - late).toBeLessThan(5_000);
  expect(await caller.getByText('Votre place vous est gardée un moment').isVisible()).toBe(true);
  expect(await caller.locator('body').innerText()).not.toMatch(/[Vv]otre (connexion|appareil)/);
  expect(await caller.getByRole('link', { name: '3114' }).isVisible()).toBe(true);
});
