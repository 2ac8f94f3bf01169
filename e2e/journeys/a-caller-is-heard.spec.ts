// The main job in two real browsers: a caller waits, is heard, and leaves no trace.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { BrowserContext } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { aCaller, accepts, aFreeVolunteer, ends, reads, says } from '../harness/people.js';
import { everythingIn } from '../harness/store-reader.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

it('[FA1] [SM1] [D2] a caller waits, is heard, and leaves no trace', async () => {
  const caller = await aCaller(house);
  await caller.page.getByRole('textbox').fill('Je ne sais pas par où commencer.');
  await caller.page.getByRole('button', { name: 'Envoyer dès qu’on est là' }).click();
  await caller.page.getByText('Partira dès que quelqu’un sera là').waitFor();

  const volunteer = await aFreeVolunteer(house);
  await volunteer.page.getByText('Cette personne attend depuis').waitFor();
  await accepts(volunteer.page);
  await reads(volunteer.page, 'Je ne sais pas par où commencer.');
  await caller.page.getByRole('log').getByText('remis ✓').waitFor();

  await says(volunteer.page, 'Prenez votre temps. Je suis là.');
  await reads(caller.page, 'Prenez votre temps. Je suis là.');
  await volunteer.page.getByRole('log').getByText('remis ✓').waitFor();
  for (const part of ['Un', 'Deux', 'Trois']) await says(caller.page, part);
  await reads(volunteer.page, 'Trois');
  const heard = await volunteer.page
    .getByRole('log')
    .getByText(/^(Un|Deux|Trois)$/)
    .allInnerTexts();
  expect(heard).toEqual(['Un', 'Deux', 'Trois']);

  // Nothing of what was said is anywhere in the two stores while it is said,
  for (const store of [house.live, house.kept]) {
    const held = await everythingIn(store);
    for (const words of ['par où commencer', 'Prenez votre temps']) expect(held).not.toContain(words);
  }
  await ends(caller.page);
  await caller.page.getByRole('heading', { name: 'La conversation est terminée.' }).waitFor();
  await volunteer.page.getByRole('heading', { name: 'Respirez.' }).waitFor();
  // and nothing of it on either page, nor in either browser, afterwards.
  for (const { page, context, asked } of [caller, volunteer]) {
    expect(await page.content()).not.toContain('par où commencer');
    expect(await page.content()).not.toContain('Prenez votre temps');
    expect(await keptBy(context)).toEqual({ origins: [] });
    expect(new Set(asked.map((url) => new URL(url).host))).toEqual(new Set([new URL(house.url).host]));
  }
  expect(await caller.context.cookies()).toEqual([]);
  expect(await caller.page.evaluate(() => ({ ...sessionStorage, ...localStorage }))).toEqual({});
});

const keptBy = async (context: BrowserContext) => ({
  origins: (await context.storageState({ indexedDB: true })).origins,
});
