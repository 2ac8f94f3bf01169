// Pictures of what a journey walks through, for whoever wants to look at it: `PICTURES=folder npm test -- e2e/journeys/…`.
import type { Page } from 'playwright-core';

const folder = process.env['PICTURES'];

/** The whole page, as a phone and as a desktop show it; none are taken where no folder is named. */
export async function picture(page: Page, name: string): Promise<void> {
  if (folder === undefined) return;
  for (const [size, width] of [
    ['phone', 360],
    ['desktop', 1_200],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.screenshot({ path: `${folder}/${name}-${size}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 360, height: 740 });
}
