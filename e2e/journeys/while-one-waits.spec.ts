// What a waiting page says is true: that nobody is before one, that nobody listens yet, that prepared words are gone, and
// that somebody is there.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { accepts, aCaller, aFreeVolunteer, ends, phone } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

it('[FA25] [OV3] says that nobody listens yet, and after a reload that prepared words are gone', async () => {
  const { page } = await aCaller(house);
  await page.getByText('Personne n’est avant vous.').waitFor();
  await page.getByText('Personne n’est disponible en ce moment').waitFor();
  await page.getByRole('textbox').fill('Je ne sais pas par où débuter, ce soir.');
  expect(await page.evaluate(() => Object.values({ ...sessionStorage }).join())).not.toContain('débuter');
  await page.reload();
  await page.getByText('ce que vous aviez préparé n’a pas été gardé').waitFor();
  expect(await page.content()).not.toContain('débuter');
  expect(await barriersIn(page)).toEqual([]);
  await page.getByRole('textbox').fill('Bonsoir.');
  await page.getByText('ce que vous aviez préparé').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Quitter la file' }).click();
  await page.getByRole('heading', { name: 'Vous avez quitté la file.' }).waitFor();
  expect(await page.evaluate(() => ({ ...sessionStorage }))).toEqual({});
});

it('[FA23] [FA24] a long text leaves in two, and the tab says that somebody is there until one is back', async () => {
  const { page } = await aCaller(house);
  await page.getByLabel('Un son doux quand quelqu’un est là').check();
  await page.setViewportSize({ width: phone.width, height: 640 });
  await page.getByRole('textbox').fill(`${'Je ne dors pas depuis lundi. '.repeat(90)}Voilà.`);
  const said = page.getByText('Il partira en 2 messages.');
  await said.waitFor();
  const [line, bar] = await Promise.all([said.boundingBox(), page.locator('footer').boundingBox()]);
  expect((line?.y ?? 0) + (line?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  await page.getByRole('button', { name: 'Envoyer dès qu’on est là' }).click();
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await volunteer
    .getByRole('log')
    .getByText(/Voilà\.$/)
    .waitFor();
  expect(await volunteer.getByRole('log').locator('.said').count()).toBe(2);
  await page.getByRole('log').getByText('remis ✓').first().waitFor();
  expect(await page.title()).toBe('Quelqu’un est là');
  await page.getByRole('textbox').click();
  await page.waitForFunction(() => document.title === 'Veille');
  await ends(volunteer);
});
