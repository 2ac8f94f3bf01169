// A listener gives somebody on, to the line or to one colleague: both pages say what is happening, and nothing of before is read by the next.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn, barriersInAll } from '../harness/axe.js';
import { accepts, aCaller, aFreeVolunteer, ends, isAtPlace, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

it('[HO1, HO2, HO4] back to the line, then to one colleague: the caller keeps the place, the colleague reads nothing of before', async () => {
  const { page: caller } = await aCaller(house);
  const { page: first } = await aFreeVolunteer(house);
  await accepts(first);
  await says(caller, 'Je parlais de mon frère.');
  await reads(first, 'Je parlais de mon frère.');
  const { page: later } = await aCaller(house);

  await first.getByRole('button', { name: 'Confier' }).click();
  await first.getByRole('heading', { name: 'Confier cette personne à quelqu’un d’autre ?' }).waitFor();
  expect(await barriersIn(first)).toEqual([]);
  await first.getByRole('button', { name: 'À la première personne disponible' }).click();
  await first.getByText('Vous avez passé le relais. La personne garde sa place.').waitFor();
  await caller.getByRole('heading', { name: 'Quelqu’un d’autre va vous écouter.' }).waitFor();
  await isAtPlace(caller, 1);
  // A place that was told never grows: somebody came back ahead, and this page says nothing of it.
  await isAtPlace(later, 1);
  expect(await barriersInAll(caller)).toEqual([]);

  const { page: second } = await aFreeVolunteer(house);
  await second.getByText('Un autre écoutant vous la confie : elle a déjà commencé à parler.').waitFor();
  await accepts(second);
  await says(second, 'Bonsoir, je prends le relais.');
  await reads(caller, 'Bonsoir, je prends le relais.');
  expect(await second.getByRole('log').textContent()).not.toContain('frère');

  // The first one’s rest from this caller lasts; a third one is free, though somebody waits.
  await later.getByRole('button', { name: 'Quitter la file' }).click();
  const { page: third } = await aFreeVolunteer(house);
  await second.getByRole('button', { name: 'Confier' }).click();
  await second.getByRole('button', { name: /^À Camille .*, depuis chez soi$/ }).waitFor();
  await second.getByRole('button', { name: /^À Camille .*, depuis chez soi$/ }).click();
  await third.getByText('Un autre écoutant vous la confie').waitFor();
  await accepts(third);
  await says(third, 'Bonsoir à vous.');
  await reads(caller, 'Bonsoir à vous.');
  await ends(third);
});
