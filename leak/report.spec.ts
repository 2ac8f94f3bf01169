// What the search concludes: a hit is a fault, and so is a control that found nothing or a place where nothing could be read.
import { expect, it } from '@jest/globals';
import { faultOf, type Row, rowsOf, said, tableOf } from './report.js';

const hit = (group: 'text' | 'key') => ({ group, form: 'as it is', at: 0, length: 40, where: 'live key' });
const seen = (found: ReturnType<typeof hit>[]) => [{ surface: 'keys', pieces: 3, bytes: 900, found }];
const found = [hit('text'), hit('key')];
const judged = (there: ReturnType<typeof hit>[], inControl: ReturnType<typeof hit>[]) =>
  rowsOf('P1', { seen: seen(there), control: seen(inControl), groups: said }).map(faultOf);

it('[LK2] nothing found where the control found everything holds', () => {
  expect(judged([], found)).toEqual([undefined]);
});

it('[LK2] whatever is found is a fault', () => {
  expect(judged([hit('key')], found)).toEqual(['1 trouvé(s)']);
});

it('[LK2] a control that is silent about one kind of mark is a fault', () => {
  expect(judged([], [hit('text')])).toEqual(['témoin muet : key']);
  expect(judged([], [])).toEqual(['témoin muet : text, key']);
});

it('[LK2] a place where nothing could be read proves nothing', () => {
  const [row] = rowsOf('P1', { seen: seen([]), control: seen(found), groups: said });
  const empty: Row[] = row ? [{ ...row, bytes: 0 }] : [];
  expect(empty.map(faultOf)).toEqual(['rien à lire']);
});

it('[LK2] the table shows each place with what was read and found there', () => {
  const table = tableOf(rowsOf('P1', { seen: seen([]), control: seen(found), groups: said }));
  expect(table.split('\n').at(-1)).toMatch(/P1 +keys +3 +900 o +0 +2\/2 +✓/);
});
