// The accessibility rules of axe-core, run inside the page as it stands.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Every rule of WCAG 2.2 A and AA this page breaks, with the elements; empty when none. */
export async function barriersIn(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const found: unknown = await page.evaluate(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`,
  );
  return Array.isArray(found) ? found.map(String) : ['axe-core gave no answer'];
}

/** The same of the whole page: what a bar covers can be scrolled to. */
export async function barriersInAll(page: Page): Promise<string[]> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: before?.width ?? 360, height: 2_400 });
  const found = await barriersIn(page);
  if (before) await page.setViewportSize(before);
  return found;
}
