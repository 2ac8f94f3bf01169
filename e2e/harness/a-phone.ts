// A browser as it is on a phone: what is behind another tab is hidden, and may be put to sleep. The browser of the other
// journeys never hides a page, for whoever drives it asks it not to.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findOrFetchChromium } from '../../launch/chromium.mjs';

export type Phone = {
  readonly context: BrowserContext;
  /** Another tab before this one, and then what the system does to a page nobody looks at. Returns what brings it back. */
  sleeps(page: Page): Promise<() => Promise<void>>;
  end(): Promise<void>;
};

export async function aPhone(): Promise<Phone> {
  const { executablePath, args, env } = await findOrFetchChromium();
  const profile = mkdtempSync(join(tmpdir(), 'veille-phone-'));
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=fr-FR'];
  const running = spawn(executablePath, [...args, ...own, 'about:blank'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const browser = await chromium.connectOverCDP(await addressOf(running), { noDefaults: true });
  const [context] = browser.contexts();
  if (!context) throw new Error('a browser without a profile');
  const end = async () => {
    await browser.close();
    const gone = once(running, 'exit');
    if (running.exitCode === null && running.kill()) await gone;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { context, sleeps: (page) => sleeps(context, page), end };
}

/** As it says itself when it is ready. */
async function addressOf({ stderr }: Pick<ChildProcess, 'stderr'>): Promise<string> {
  if (!stderr) throw new Error('a browser that says nothing');
  for await (const line of createInterface({ input: stderr })) {
    const address = /^DevTools listening on (ws:\S+)$/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error('a browser did not open');
}

async function sleeps(context: BrowserContext, page: Page): Promise<() => Promise<void>> {
  const other = await context.newPage();
  await other.bringToFront();
  await page.waitForFunction(() => document.visibilityState === 'hidden', undefined, { polling: 100 });
  const system = await context.newCDPSession(page);
  await system.send('Page.setWebLifecycleState', { state: 'frozen' });
  return async () => {
    await system.send('Page.setWebLifecycleState', { state: 'active' });
    await page.bringToFront();
    await other.close();
    await system.detach();
  };
}
