// Where a browser cannot seal what is written, nothing is written: the page says so, opens no line and sends no word. And
// where its cipher fails in the middle of a conversation, the words stay where they were written.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findOrFetchChromium } from '../../launch/chromium.mjs';
import { aHouse, type House } from '../harness/a-house.js';
import { type Frame, overhearPages } from '../harness/on-the-wire.js';
import { accepts, aCaller, aFreeVolunteer, phone, reads, says } from '../harness/people.js';

/** A name of this machine that is none to the browser: what it opens over http is no secure context. */
const PUBLIC = 'veille.example';

let house: House;
let abroad: Browser;
beforeAll(async () => {
  house = await aHouse();
  const { executablePath, args, env } = await findOrFetchChromium();
  const rules = `--host-resolver-rules=MAP ${PUBLIC} 127.0.0.1`;
  abroad = await chromium.launch({ executablePath, args: [...args, rules], env });
});
afterAll(async () => {
  await abroad.close();
  await house.end();
});

type Watched = { page: Page; frames: readonly Frame[]; asked: string[]; sockets: string[] };

/** `before`: what is done to the page before its own scripts run. */
async function opens(browser: Browser, address: string, before = () => undefined): Promise<Watched> {
  const frames = overhearPages(browser);
  const context = await browser.newContext({ viewport: phone, locale: 'fr-FR' });
  await context.addInitScript(before);
  const page = await context.newPage();
  const [asked, sockets]: [string[], string[]] = [[], []];
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(address);
  return { page, frames, asked, sockets };
}

/** The page says why, with the way out and the numbers; there is no box to write in, and no line was opened. */
async function saysThatItCannot({ page, frames, asked, sockets }: Watched): Promise<void> {
  await page
    .getByRole('heading', { name: 'Ce navigateur ne peut pas protéger ce que vous écrivez.' })
    .waitFor();
  await page.getByText('nous préférons ne rien envoyer').waitFor();
  expect(await page.getByRole('button', { name: 'Sortir vite' }).isVisible()).toBe(true);
  expect(await page.getByRole('link', { name: '3114' }).isVisible()).toBe(true);
  expect(await page.getByRole('textbox').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Parler à quelqu’un' }).count()).toBe(0);
  expect([frames, sockets]).toEqual([[], []]);
  expect(asked.filter((one) => !/^GET (?!\/(?:socket\.io|api)\/)/.test(one))).toEqual([]);
}

it('[FA10] over http, where a browser has no cipher to give, the page says so and sends nothing', async () => {
  const { port } = new URL(house.url);
  const opened = await opens(abroad, `http://${PUBLIC}:${port}/`);
  expect(await opened.page.evaluate(() => [isSecureContext, 'subtle' in crypto])).toEqual([false, false]);
  await saysThatItCannot(opened);
  await opened.page.context().close();
});

it('[FA10] in a browser without WebCrypto the page says so and sends nothing', async () => {
  const opened = await opens(
    house.browser,
    house.url,
    () => void Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
  );
  await saysThatItCannot(opened);
  await opened.page.context().close();
});

it('[FA10] a volunteer whose browser cannot seal is told so, and begins no shift', async () => {
  const { page: volunteer } = await aFreeVolunteer(house);
  await volunteer.addInitScript(() =>
    Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined }),
  );
  await volunteer.reload();
  await volunteer
    .getByRole('heading', { name: 'Ce navigateur ne peut pas protéger les conversations.' })
    .waitFor();
  expect(await volunteer.getByRole('button', { name: 'Je suis disponible' }).count()).toBe(0);
  await volunteer.context().close();
});

it('[FA10] [D2] a cipher that fails in the middle of a conversation leaves the words unsent, and says so', async () => {
  const frames = overhearPages(house.browser);
  const { page: caller } = await aCaller(house);
  const { page: volunteer } = await aFreeVolunteer(house);
  await accepts(volunteer);
  await says(caller, 'Avant.');
  await reads(volunteer, 'Avant.');
  await caller.evaluate(() => {
    SubtleCrypto.prototype.encrypt = () => Promise.reject(new Error('no cipher'));
  });
  const words = 'Personne ne doit lire ceci.';
  await says(caller, words);
  await caller.getByRole('log').getByText('pas encore remis').waitFor();
  const carried = JSON.stringify(frames);
  for (const written of [words, Buffer.from(words).toString('base64url').slice(0, 24)])
    expect(carried).not.toContain(written);
  expect(frames.filter(({ way, event }) => way === 'said' && event === 'conversation.say')).toHaveLength(1);
  expect(await volunteer.getByRole('log').innerText()).not.toContain('Personne');
});
