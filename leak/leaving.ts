// How people leave, and what their devices hold afterwards: by the end of the conversation, or by the quick exit.
import type { Page } from 'playwright-core';
import { type Asked, type Drawer, leftOn } from './device.js';
import type { SearchedHouse } from './house.js';
import { endTalk, type Talk } from './talks.js';

/** `network`: whom the pages asked before anybody went elsewhere on purpose. */
export type Left = { readonly devices: readonly Readonly<Record<Drawer, number>>[]; readonly network: Asked };

type Leaving = { talks: readonly Talk[]; texts: readonly string[]; asked: () => Asked };

/** The last caller leaves in a hurry; afterwards every tab is closed, and nobody in particular comes. */
export async function leaveAll(house: SearchedHouse, { talks, texts, asked }: Leaving): Promise<Left> {
  const devices = [];
  for (const talk of talks.slice(0, -1)) {
    await endTalk(talk);
    devices.push(await leftOn(talk.caller, { texts }));
    devices.push(await leftOn(talk.volunteer, { texts, onShift: true }));
  }
  const network = asked();
  for (const { caller } of talks.slice(-1)) {
    await leavesInAHurry(caller.page, house.url);
    devices.push(await leftOn(caller, { texts }));
  }
  for (const { caller, volunteer } of talks)
    for (const { context } of [caller, volunteer]) await context.close();
  house.front.comes(undefined);
  return { devices, network };
}

/** Whatever site the line leads to is played here; then Back, and the service again: it is the first page. */
export async function leavesInAHurry(page: Page, ours: string): Promise<void> {
  const { host } = new URL(ours);
  await page.context().route(
    (url) => url.host !== host,
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>Ailleurs</h1>' }),
  );
  await page.getByRole('button', { name: 'Sortir vite' }).click();
  await page.getByRole('heading', { name: 'Ailleurs' }).waitFor();
  await page.goBack();
  await page.goto(ours);
  await page.getByRole('button', { name: 'Parler à quelqu’un' }).waitFor();
}
