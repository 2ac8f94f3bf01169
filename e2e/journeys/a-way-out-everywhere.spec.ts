// Wherever a caller's page can be, the way out is there: one press, and Shift three times with the service dead. The screens
// are those of the wire's own states and of the page's: a new one without a line here, or without the button, fails.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { callerIs, goneReasons, turnings } from '@veille/shared';
import type { Page } from 'playwright-core';
import { ownStates } from '../../apps/web/src/caller/caller-state.js';
import { aHouse, type House } from '../harness/a-house.js';
import { byHand, type Hand } from '../harness/told-by-hand.js';

let house: House;
beforeAll(async () => {
  house = await aHouse();
});
afterAll(() => house.end());

const small = { width: 360, height: 480 };
const conversation = 'conversation-1';
const outlook = { band: 'unknown', unlikely: false };

/** `shows`: what stands on the screen then. `is`: what the page is told, by its state's name. */
type Screen = { readonly shows: string; readonly to: (hand: Hand, page: Page) => Promise<void> | void };

const told = (is: Readonly<Record<string, unknown>>) => (hand: Hand) => hand.tell('caller.is', is);
/** The line as the service itself told it, in another mood. */
const outside = (is: string) => async (hand: Hand) => {
  const { line } = await hand.first;
  if (typeof line === 'object') hand.tell('caller.is', { at: 'outside', line: { ...line, is } });
};

const waiting = { at: 'waiting', place: 3, since: 'joined', language: 'fr', ...outlook };
const talking = { at: 'talking', conversation, tab: 1, peer: 'here' };

/** Of each state of the wire, one screen at least. */
const ofTheWire: Readonly<Record<string, readonly Screen[]>> = {
  outside: [
    { shows: 'Parler à quelqu’un', to: outside('open') },
    ...turnings.map((why) => ({ shows: '3114', to: outside(why) })),
    {
      shows: 'Ce que nous ne pouvons pas promettre',
      to: async (_hand, page) => page.getByRole('button', { name: 'Nos promesses' }).click(),
    },
  ],
  waiting: [{ shows: 'Vous êtes dans la file.', to: told(waiting) }],
  asked: [
    { shows: 'Quelqu’un peut vous lire. Êtes-vous là ?', to: told({ at: 'asked', place: 1, left: 20_000 }) },
  ],
  asleep: [{ shows: 'Votre place est gardée.', to: told({ at: 'asleep', place: 2 }) }],
  talking: [{ shows: 'Une personne est là, elle vous lit.', to: told(talking) }],
  gone: goneReasons.map((why) => ({ shows: 'Revenir au début', to: told({ at: 'gone', why }) })),
};

/** Of each state of the page itself. */
const ofThePage: Readonly<Record<string, Screen>> = {
  elsewhere: {
    shows: 'Votre place est dans un autre onglet.',
    to: (hand) => hand.tell('closing', { why: 'another-tab' }),
  },
  unsafe: { shows: 'Ce navigateur ne peut pas protéger ce que vous écrivez.', to: () => undefined },
  outdated: { shows: 'Veille vient d’être mis à jour.', to: (hand) => hand.refuse('version') },
  shut: {
    shows: 'Cette page a été déconnectée.',
    to: (hand) => hand.tell('closing', { why: 'unruly' }),
  },
  nowhere: { shows: 'Il n’y a pas de ligne à cette adresse.', to: () => undefined },
};

type Named = Screen & { readonly name: string };
const screens: readonly Named[] = [
  ...Object.entries(ofTheWire).flatMap(([name, all]) => all.map((screen) => ({ name, ...screen }))),
  ...Object.entries(ofThePage).map(([name, screen]) => ({ name, ...screen })),
];

const neutral = 'https://www.meteofrance.com/';

/** A page on this screen, in a profile of its own. */
async function standingOn({ name, shows, to }: Named): Promise<Page> {
  const context = await house.browser.newContext({ viewport: small, locale: 'fr-FR' });
  context.setDefaultTimeout(30_000);
  await context.route(`${neutral}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<h1>Météo</h1>' }),
  );
  if (name === 'unsafe')
    await context.addInitScript(() =>
      Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
    );
  const page = await context.newPage();
  const hand = await byHand(page);
  await page.goto(new URL(name === 'nowhere' ? '/ligne/personne' : '/', house.url).href);
  if (name !== 'unsafe' && name !== 'nowhere') await hand.first;
  await to(hand, page);
  await page.getByText(shows).first().waitFor();
  return page;
}

/** On the screen as it is, without a scroll. */
async function exitIsInSight(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Sortir vite' });
  const box = await button.boundingBox();
  expect(await button.isVisible()).toBe(true);
  expect(box && box.y >= 0 && box.y + box.height <= small.height).toBe(true);
}

/** Nothing of Veille is before or behind the other site. */
async function isGone(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Météo' }).waitFor();
  await page.goBack();
  expect(page.url()).toBe('about:blank');
}

it('[FA15] every state the service can tell of, and every one of the page itself, is among these screens', () => {
  const states = callerIs.options.map(({ entries }) => entries.at.literal);
  expect(Object.keys(ofTheWire).sort()).toEqual([...states].sort());
  expect(Object.keys(ofThePage).sort()).toEqual([...ownStates].sort());
});

it.each(screens)(
  '[FA14] [FA15] out of « $shows » by one press; Back and the tab hold nothing',
  async (screen) => {
    const page = await standingOn(screen);
    await exitIsInSight(page);
    await page.getByRole('button', { name: 'Sortir vite' }).click();
    await isGone(page);
    await page.goto(house.url);
    expect(await page.evaluate(() => ({ ...sessionStorage, ...localStorage }))).toEqual({});
    await page.context().close();
  },
);

it('[FA15] out of each of them by Shift three times, with the service dead', async () => {
  const pages: Page[] = [];
  for (const screen of screens) pages.push(await standingOn(screen));
  await house.die();
  for (const page of pages) {
    await exitIsInSight(page);
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift');
    await isGone(page);
    await page.context().close();
  }
});
