// Whatever a person can write in, on any screen of the three faces: the browser does not keep it, correct it or translate it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { aHouse, type House } from '../harness/a-house.js';
import { accepts, aCaller, aFreeVolunteer, aVisit, ends, theCoordinator } from '../harness/people.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

type Box = {
  label: string;
  autocomplete: string | null;
  spellcheck: string | null;
  translate: string | null;
};

/** Everything on this screen that takes words, but what takes a choice or a number only. */
async function boxesOn(page: Page): Promise<Box[]> {
  const boxes = page.locator(
    'textarea, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=number]):not([type=hidden])',
  );
  return boxes.evaluateAll((elements) =>
    elements.map((box) => ({
      label: box.id || box.outerHTML.slice(0, 80),
      autocomplete: box.getAttribute('autocomplete'),
      spellcheck: box.getAttribute('spellcheck'),
      translate: box.closest('[translate]')?.getAttribute('translate') ?? null,
    })),
  );
}

/** Of staff a browser may know the account, which is what its own words for that say; of anybody else nothing. */
const forAccounts = ['username', 'current-password', 'new-password'];

async function keepsNothing(
  page: Page,
  { atLeast, staff = [] }: { atLeast: number; staff?: string[] },
): Promise<void> {
  const boxes = await boxesOn(page);
  expect(boxes.length).toBeGreaterThanOrEqual(atLeast);
  for (const box of boxes) {
    expect(box).toMatchObject({ spellcheck: 'false', translate: 'no' });
    expect(['off', ...staff]).toContain(box.autocomplete);
  }
}

it('[FA30] on every screen of a caller and of the volunteer who hears them', async () => {
  const { page: caller } = await aCaller(house);
  await keepsNothing(caller, { atLeast: 1 });
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await caller.getByRole('log').waitFor();
  for (const page of [caller, volunteer]) await keepsNothing(page, { atLeast: 1 });
  await ends(caller);
  await volunteer.getByRole('heading', { name: 'Respirez.' }).waitFor();
});

it('[FA30] at the doors of staff and on every panel of the desk', async () => {
  for (const path of ['/ecoute', '/desk']) {
    const { page } = await aVisit(house, path);
    await page.getByLabel('Pseudonyme').waitFor();
    await keepsNothing(page, { atLeast: 2, staff: forAccounts });
  }
  const desk = await theCoordinator(house);
  await desk.getByRole('button', { name: 'Lien pour un·e bénévole' }).click();
  await desk.getByLabel('Lien d’invitation').waitFor();
  await keepsNothing(desk, { atLeast: 1 });
  await desk.getByRole('button', { name: 'C’est fait' }).click();
  await desk.getByRole('button', { name: 'Horaires, limites et textes' }).click();
  await desk.getByLabel('lundi', { exact: false }).first().waitFor();
  await keepsNothing(desk, { atLeast: 8 });
});
