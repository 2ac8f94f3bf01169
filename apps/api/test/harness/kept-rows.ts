// What docs/kept.md says of the panel: for each word a caller's page shows, the row it stands for.
import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../../../docs/kept.md', import.meta.url), 'utf8');

/** Row name → word. */
export const wordOfRow: ReadonlyMap<string, string> = new Map(
  [...page.matchAll(/`([a-z-]+)` is `(\w+)`/g)].map(([, word = '', row = '']) => [row, word]),
);

/** The words under which these rows are shown; a row that no word stands for as it is. */
export const wordsOf = (rows: readonly string[]): string[] =>
  rows.map((row) => wordOfRow.get(row) ?? `no word: ${row}`).sort();
