// A line is abused from one network: in the conversation or the breather after it a volunteer asks, on the desk somebody else confirms, and who comes
// from there next reads, without blame, where to turn; until it is opened again.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { type FrontDoor, openFrontDoor } from '../../leak/front-door.js';
import { aHouse, type House } from '../harness/a-house.js';
import { barriersIn } from '../harness/axe.js';
import {
  accepts,
  aCaller,
  aFreeVolunteer,
  aVisit,
  ends,
  reads,
  says,
  theCoordinator,
} from '../harness/people.js';

let door: FrontDoor;
let house: House;
beforeAll(async () => {
  const ports: number[] = [];
  door = await openFrontDoor(() => ports);
  // The door writes two addresses, the one it was told last: the only one that is believed.
  const behind = await aHouse({ PUBLIC_URL: door.url, PROXY_DEPTH: '1', STILL_THERE_SECONDS: '0' });
  ports.push(Number(new URL(behind.url).port));
  house = { ...behind, url: door.url };
});
afterAll(async () => {
  await house.end();
  await door.close();
});

const from = (forwarded: string) =>
  door.comes({ address: '127.0.0.9', forwarded, browser: 'un', language: 'fr' });

async function isForEveryone(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 360, height: 2_400 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await barriersIn(page)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  if (before) await page.setViewportSize(before);
}

/** Twice, at the same place. */
async function surely(page: Page, label: string, sure: string): Promise<void> {
  await page.getByRole('button', { name: label }).click();
  await page.getByRole('button', { name: sure }).click();
}

it('[CN1] it is asked during the conversation, too, which goes on meanwhile', async () => {
  const desk = await theCoordinator(house);
  from('198.51.100.9');
  const { page: caller } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await volunteer.getByRole('button', { name: 'Confier' }).click();
  await volunteer.getByRole('button', { name: 'La ligne est harcelée' }).click();
  await isForEveryone(volunteer);
  await surely(volunteer, 'Demander la fermeture', 'Oui, demander');
  await volunteer.getByText('Votre demande est faite.').waitFor();
  await volunteer.getByRole('button', { name: 'Rester avec elle' }).click();
  await says(volunteer, 'Je vous lis encore.');
  await reads(caller, 'Je vous lis encore.');
  await desk.getByText('de fermer la porte à un réseau').waitFor();
  await ends(volunteer);
  await desk.getByRole('button', { name: 'Ne pas fermer' }).click();
  await desk.getByText('La porte est ouverte à tout le monde.').waitFor();
});

it('[CN1] [CN2] [CN3] [CN4] [CN5] is asked by one, confirmed by another, and told to whoever comes', async () => {
  const desk = await theCoordinator(house);
  from('203.0.113.7');
  await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await ends(volunteer);
  await volunteer.getByRole('button', { name: 'La ligne est harcelée' }).click();
  await isForEveryone(volunteer);
  await surely(volunteer, 'Demander la fermeture', 'Oui, demander');
  await volunteer.getByText('Votre demande est faite.').waitFor();
  await desk.getByText('de fermer la porte à un réseau').waitFor();
  await isForEveryone(desk);
  await surely(desk, 'Fermer une demi-heure', 'Oui, fermer');
  await desk.getByText('Personne n’a été refusé.').waitFor();
  const { page: turnedAway } = await aVisit(house, '/');
  await turnedAway.getByRole('button', { name: 'Parler à quelqu’un' }).click();
  await turnedAway.getByRole('heading', { name: 'pour un court moment' }).waitFor();
  await turnedAway.getByRole('link', { name: 'SOS Amitié' }).waitFor();
  await isForEveryone(turnedAway);
  await desk.getByText('Une arrivée a été refusée').waitFor();
  await desk.getByRole('button', { name: 'Rouvrir maintenant' }).click();
  await desk.getByText('La porte est ouverte à tout le monde.').waitFor();
  await turnedAway.getByRole('button', { name: 'Essayer de nouveau' }).click();
  await turnedAway.getByRole('button', { name: 'Parler à quelqu’un' }).click();
  await turnedAway.getByRole('heading', { name: 'Vous êtes dans la file.' }).waitFor();
});
