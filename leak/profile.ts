// A browser whose profile stands on a disk, as on a person's own machine: somebody talks in it and leaves, the browser is
// closed, and every file it wrote is read, what it keeps to restore a session included.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { accepts, aCallerIn, aFreeVolunteer, phone, reads, says } from '../e2e/harness/people.js';
import { findOrFetchChromium } from '../launch/chromium.mjs';
import { Finder } from './finder.js';
import type { SearchedHouse } from './house.js';
import { leavesInAHurry } from './leaving.js';
import { look, type Seen } from './look.js';
import { aText, draw, type Mark } from './marks.js';
import { notesKeys, sealsNothing } from './pages/scripts.js';
import { filesUnder } from './surfaces/disk.js';
import { readFile } from './surfaces/read-file.js';
import type { Surface } from './surfaces/surface.js';
import { endTalk, keysOfPage, type Talk } from './talks.js';

/** `keeps`: the control, a page that writes down everything it has wherever a page can. */
export type Way = 'ends' | 'exits' | 'keeps';

const OVERLAP = 1_024;

export async function profileAfter(house: SearchedHouse, way: Way): Promise<Seen[]> {
  const folder = mkdtempSync(join(house.folder, 'profile-'));
  const { executablePath, args, env } = await findOrFetchChromium();
  const context = await chromium.launchPersistentContext(folder, {
    executablePath,
    args,
    env,
    viewport: phone,
  });
  const marks = await visit(context, house, way).finally(() => context.close());
  return look([filesOf(folder)], new Finder(marks));
}

const filesOf = (folder: string): Surface => ({
  name: 'profile files',
  decoded: false,
  async *pieces() {
    for (const path of filesUnder(folder)) yield* readFile(path, OVERLAP);
  },
});

/** Words prepared in the line, said, read, and still in the box at the end. */
async function visit(context: BrowserContext, house: SearchedHouse, way: Way): Promise<Mark[]> {
  // In the control's house nobody seals.
  await context.addInitScript(way === 'keeps' ? sealsNothing : notesKeys);
  const caller = await aCallerIn(context, house);
  const [prepared, read, said, unsent] = [aText(), aText(), aText(), aText()];
  await caller.page.getByRole('textbox').fill(prepared);
  await caller.page.getByRole('button', { name: 'Envoyer dès qu’on est là' }).click();
  const volunteer = await aFreeVolunteer(house);
  await accepts(volunteer.page);
  await reads(volunteer.page, prepared);
  await says(volunteer.page, read);
  await reads(caller.page, read);
  await says(caller.page, said);
  await reads(volunteer.page, said);
  await caller.page.getByRole('textbox').fill(unsent);
  const texts = [prepared, read, said, unsent];
  const keys = way === 'keeps' ? [draw(43)] : await secretKeysOf(caller.page);
  await leaves({ caller, volunteer }, { house, way, kept: [...texts, ...keys] });
  await volunteer.context.close();
  return [
    ...texts.map((is) => ({ group: 'text' as const, is })),
    ...keys.map((is) => ({ group: 'key' as const, is })),
  ];
}

/** As a page would write them down. What the tab itself keeps to come back is no secret from its browser (docs/promises.md). */
async function secretKeysOf(page: Page): Promise<string[]> {
  const kept = String(await page.evaluate('Object.values(sessionStorage).join()'));
  const keys = (await keysOfPage(page)).map((key) => Buffer.from(key).toString('base64url'));
  return keys.filter((key) => !kept.includes(key));
}

type Leaving = { house: SearchedHouse; way: Way; kept: readonly string[] };

async function leaves(talk: Talk, { house, way, kept }: Leaving): Promise<void> {
  if (way === 'ends') return endTalk(talk);
  const { page } = talk.caller;
  if (way === 'exits') return leavesInAHurry(page, house.url);
  await page.evaluate(`{
    const kept = ${JSON.stringify(kept)};
    localStorage.kept = sessionStorage.kept = kept.join();
    history.replaceState(kept, '', '?' + encodeURIComponent(kept[0]));
    const box = document.createElement('textarea');
    document.body.append(box);
    box.value = kept.join();
  }`);
}
