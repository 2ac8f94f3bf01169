// People who talk, in real browsers and by what stands on their pages: so many conversations, each side saying what it was
// given, typed and sent as a person does.
import type { Page } from 'playwright-core';
import { accepts, aCaller, aFreeVolunteer, ends, reads, says } from '../e2e/harness/people.js';
import type { Visit } from '../e2e/harness/people.js';
import type { SearchedHouse } from './house.js';

export type Talk = { readonly caller: Visit; readonly volunteer: Visit };

/** A caller who waited and is heard; what they wrote while waiting is there. */
export async function beginTalk(house: SearchedHouse): Promise<Talk> {
  const caller = await aCaller(house);
  const volunteer = await aFreeVolunteer(house);
  await accepts(volunteer.page);
  await caller.page.getByRole('log').waitFor();
  return { caller, volunteer };
}

/** In turns; each is read on the other page before the next is written. */
export async function sayAll(
  { caller, volunteer }: Talk,
  texts: readonly string[],
  said = () => {},
): Promise<void> {
  for (const [turn, text] of texts.entries()) {
    const [from, to] = turn % 2 === 0 ? [caller.page, volunteer.page] : [volunteer.page, caller.page];
    await says(from, text);
    await reads(to, text);
    said();
  }
}

export async function endTalk({ caller, volunteer }: Talk): Promise<void> {
  await ends(caller.page);
  await caller.page.getByRole('heading', { name: 'La conversation est terminée.' }).waitFor();
  await volunteer.page.getByRole('heading', { name: 'Respirez.' }).waitFor();
}

/** What `notesKeys` noted in a page: the secrets of its cryptography, as bytes. */
export async function keysOfPage(page: Page): Promise<Uint8Array[]> {
  const noted: unknown = await page.evaluate('window.notedKeys');
  return Array.isArray(noted) ? [...new Set(noted.map(String))].map((hex) => Buffer.from(hex, 'hex')) : [];
}
