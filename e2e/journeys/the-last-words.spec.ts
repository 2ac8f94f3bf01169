// The volunteer says goodbye and ends: the goodbye can be read, then nothing of it is left.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import { accepts, aCaller, aFreeVolunteer, ends, reads, says } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse({ VOLUNTEER_GRACE_SECONDS: '2' });
});
afterAll(() => house.end());

const goodbye = 'Au revoir, prenez soin de vous.';

async function saidGoodbye(): Promise<{ caller: Page; volunteer: Page }> {
  const { page: caller } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(volunteer, goodbye);
  await reads(caller, goodbye);
  return { caller, volunteer };
}

it('[FA13] [CV2] a goodbye is read after the end, and erased by one button', async () => {
  const { caller, volunteer } = await saidGoodbye();
  await caller.getByRole('textbox').fill('Je voulais encore dire');
  await ends(volunteer);
  await volunteer.getByRole('heading', { name: 'Respirez.' }).waitFor();
  expect(await volunteer.content()).not.toContain(goodbye);
  await caller.getByRole('heading', { name: 'Cette conversation est terminée.' }).waitFor();
  await reads(caller, goodbye);
  await reads(caller, 'Je voulais encore dire');
  await caller.getByText('Tout s’effacera d’ici dans 5 minutes.').waitFor();
  expect(await caller.getByRole('textbox').count()).toBe(0);
  expect(await caller.evaluate(() => ({ ...sessionStorage }))).toEqual({});
  expect(await barriersIn(caller)).toEqual([]);
  expect(await caller.getByRole('button', { name: 'Sortir vite' }).isVisible()).toBe(true);
  const erase = caller.getByRole('button', { name: 'Effacer et fermer' });
  expect(await erase.isVisible()).toBe(true);
  await erase.click();
  await caller.getByText('Tout ce qui a été écrit est effacé de cette page.').waitFor();
  expect(await caller.content()).not.toContain(goodbye);
});

it('[FA13] who is cut off from a listener can read again while they wait, and not after they leave', async () => {
  const { caller, volunteer } = await saidGoodbye();
  await volunteer.close({ runBeforeUnload: false });
  await caller.getByText('Relire ce qui vient d’être écrit').click();
  await reads(caller, goodbye);
  await caller.getByRole('button', { name: 'Quitter la file' }).click();
  await caller.getByRole('heading', { name: 'Vous avez quitté la file.' }).waitFor();
  expect(await caller.content()).not.toContain(goodbye);
});

it('[FA20] one press ends nothing, a held key neither, and two by keyboard do', async () => {
  const { caller, volunteer } = await saidGoodbye();
  const end = caller.getByRole('button', { name: 'Terminer', exact: true });
  await end.dblclick();
  await caller.getByRole('button', { name: 'Oui, terminer' }).waitFor();
  await caller.keyboard.press('Escape');
  await end.focus();
  await caller.keyboard.press('Enter');
  const sure = caller.getByRole('button', { name: 'Oui, terminer', disabled: false });
  await sure.waitFor();
  expect(await sure.evaluate((button) => button === document.activeElement)).toBe(true);
  await caller.keyboard.down('Shift');
  await caller.keyboard.up('Shift');
  await reads(caller, goodbye);
  await caller.keyboard.press('Enter');
  await caller.getByRole('heading', { name: 'La conversation est terminée.' }).waitFor();
  expect(await caller.content()).not.toContain(goodbye);
  await volunteer.getByRole('heading', { name: 'Respirez.' }).waitFor();
});
