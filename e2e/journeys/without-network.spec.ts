// A phone loses its network, or the service ends: the page says which of the two, with the numbers, and comes back by itself.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { accepts, aCaller, aFreeVolunteer, ends, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
}, 60_000);
afterAll(() => house.end());

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
}, 60_000);

it('[FA3] [FA21] a service that is dead is not blamed on the device', async () => {
  const { page: caller } = await aCaller(house);
  await house.die();
  await caller.getByText('La connexion est coupée.').waitFor();
  expect(await caller.locator('body').innerText()).not.toMatch(/[Vv]otre (connexion|appareil)/);
  expect(await caller.getByRole('link', { name: '3114' }).isVisible()).toBe(true);
}, 60_000);
