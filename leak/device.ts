// What a browser still holds of a visit that is over, and whom it asked during all of them.
import type { Browser, BrowserContext, Page } from 'playwright-core';

type Visit = { readonly page: Page; readonly context: BrowserContext };

export const drawers = [
  'cookies',
  'localStorage',
  'sessionStorage',
  'IndexedDB',
  'caches',
  'text on the page',
] as const;
export type Drawer = (typeof drawers)[number];

/** `texts` were said. Who is on shift has a cookie and a ticket, which say that they are signed in and on shift: these are theirs. */
type Look = { texts: readonly string[]; onShift?: boolean };

/** What `apps/web/src/listen` calls the ticket of a shift. */
const shiftTicket = 'veille-ecoute';

/** How much stands in each drawer, in this tab and its whole profile. */
export async function leftOn(
  { page, context }: Visit,
  { texts, onShift = false }: Look,
): Promise<Record<Drawer, number>> {
  const theirs = onShift ? JSON.stringify(shiftTicket) : 'undefined';
  const counted: unknown = await page.evaluate(`(async () => ({
    localStorage: localStorage.length,
    sessionStorage: Object.keys(sessionStorage).filter((key) => key !== ${theirs}).length,
    IndexedDB: (await indexedDB.databases()).length,
    caches: globalThis.caches ? (await caches.keys()).length : 0,
  }))()`);
  const standing = await page.content();
  const { cookies, origins } = await context.storageState({ indexedDB: true });
  const count = (name: string): number => {
    const value: unknown =
      typeof counted === 'object' && counted !== null ? Reflect.get(counted, name) : undefined;
    if (typeof value !== 'number') throw new Error(`a page did not say what is in ${name}`);
    return value;
  };
  return {
    cookies: onShift ? 0 : cookies.length,
    localStorage: count('localStorage') + origins.length,
    sessionStorage: count('sessionStorage'),
    IndexedDB: count('IndexedDB'),
    caches: count('caches'),
    'text on the page': texts.filter((text) => standing.includes(text)).length,
  };
}

/** For controls: a page that keeps something everywhere. */
export async function keepsEverything(page: Page, text: string): Promise<void> {
  await page.evaluate(`(async () => {
    document.cookie = 'kept=1';
    localStorage.kept = sessionStorage.kept = '1';
    await new Promise((done, failed) => {
      const opening = indexedDB.open('kept');
      opening.onsuccess = () => { opening.result.close(); done(); };
      opening.onerror = failed;
    });
    await caches.open('kept');
    document.body.append(${JSON.stringify(text)});
  })()`);
}

/** `foreign`: hosts that are not ours. `reports`: what the pages' own policy refused. */
export type Asked = { readonly foreign: number; readonly requests: number; readonly reports: number };

/** Every address every page of this browser asks for from now on, sockets too, and what its policy reported. */
export function watchNetwork(browser: Browser, ours: string): () => Asked {
  const hosts = new Set<string>();
  let [requests, reports] = [0, 0];
  const note = (url: string) => {
    requests += 1;
    if (/^(?:https?|wss?):/.test(url)) hosts.add(new URL(url).host);
  };
  browser.on('context', (context) => {
    context.on('request', (request) => note(request.url()));
    context.on('page', (page) => void page.on('websocket', (socket) => note(socket.url())));
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) reports += 1;
    });
  });
  const { host } = new URL(ours);
  return () => ({ foreign: [...hosts].filter((one) => one !== host).length, requests, reports });
}
