// Two callers, one volunteer: first come, first heard; the second follows when the volunteer says so.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { aCaller, accepts, aFreeVolunteer, ends, isAtPlace, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

it('[I5] [VO2] two callers, one volunteer: first come, first heard, and nothing of one shows to the other', async () => {
  const first = await aCaller(house);
  const second = await aCaller(house);
  await isAtPlace(first.page, 1);
  await isAtPlace(second.page, 2);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(first.page, 'Je suis la première personne.');
  await reads(volunteer, 'Je suis la première personne.');
  await isAtPlace(second.page, 1);

  await ends(volunteer);
  await first.page.getByRole('heading', { name: 'Cette conversation est terminée.' }).waitFor();
  await volunteer.getByRole('heading', { name: 'Respirez.' }).waitFor();
  await volunteer.getByRole('button', { name: 'Je suis de nouveau disponible' }).click();
  await accepts(volunteer);
  await says(second.page, 'Je suis la seconde.');
  await reads(volunteer, 'Je suis la seconde.');
  expect(await volunteer.content()).not.toContain('première personne');
});
