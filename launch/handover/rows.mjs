// The rows of docs/kept.md, read from its two tables, so that what is handed over is explained by the page that everybody can read.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../project.mjs';

/** Row name → { holds, lifetime, why }, in the page's own words. */
export function keptRows(page = readFileSync(join(ROOT, 'docs', 'kept.md'), 'utf8')) {
  const rows = page.split('\n').flatMap((line) => {
    const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
    const name = /^`?([A-Za-z]+)`?$/.exec(cells[1] ?? '')?.[1];
    if (cells.length !== 7 || !name || name === 'name') return [];
    const [, , key, holds, lifetime, why] = cells;
    return [[name, { key, holds, lifetime, why }]];
  });
  return new Map(rows);
}
