// The volunteer's tab dies: the caller goes back to the front with an apology, and is heard by the next.
import { afterAll, beforeAll, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { accepts, aCaller, aFreeVolunteer, isAtPlace, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse({ VOLUNTEER_GRACE_SECONDS: '2' });
});
afterAll(() => house.end());

it('[CV4] the volunteer’s tab dies and the caller goes back to the front', async () => {
  const first = await aCaller(house);
  const lost = await aFreeVolunteer(house);
  await accepts(lost.page);
  await says(first.page, 'Bonsoir.');
  await reads(lost.page, 'Bonsoir.');
  const second = await aCaller(house);
  await lost.page.close({ runBeforeUnload: false });

  await first.page.getByText('Vous êtes de nouveau au tout début de la file.').waitFor();
  await isAtPlace(first.page, 1);
  const next = await aFreeVolunteer(house);
  await accepts(next.page);
  await says(next.page, 'Bonsoir, je vous écoute.');
  await reads(first.page, 'Bonsoir, je vous écoute.');
  await isAtPlace(second.page, 1);
});
