// An offer nobody answers goes to the next volunteer, and the caller keeps their place.
import { afterAll, beforeAll, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { accepts, aCaller, aFreeVolunteer, isAtPlace } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse({ OFFER_SECONDS: '6' });
});
afterAll(() => house.end());

it('[OF7] [OF8] an offer nobody answers goes to the next volunteer and the caller keeps their place', async () => {
  const first = await aCaller(house);
  const second = await aCaller(house);
  await isAtPlace(second.page, 2);
  const deaf = await aFreeVolunteer(house);
  await deaf.page.getByRole('heading', { name: 'Nous vous avons mis en pause.' }).waitFor();
  await isAtPlace(first.page, 1);
  await isAtPlace(second.page, 2);

  const next = await aFreeVolunteer(house);
  await accepts(next.page);
  await first.page.getByRole('heading', { name: 'Une personne est là, elle vous lit.' }).waitFor();
  await isAtPlace(second.page, 1);
});
