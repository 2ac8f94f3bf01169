// What explains a handover: every row of docs/kept.md is read from its page, and told in French too.
import { expect, it } from '@jest/globals';
import { pageOf } from './page.mjs';
import { keptRows } from './rows.mjs';
import { sentences } from './sentences.mjs';

it('[PV6] every row of docs/kept.md is read with what it holds and until when, whatever stands between its bars', () => {
  const rows = keptRows();
  expect(rows.size).toBeGreaterThan(20);
  expect(rows.get('said')).toMatchObject({ key: '`{<line>}:said:<overflow|opening>`' });
  for (const [name, { holds, lifetime, why }] of rows)
    for (const cell of [holds, lifetime, why]) expect([name, cell.length > 3]).toEqual([name, true]);
  expect([...rows.keys()]).toEqual(expect.arrayContaining(['caller', 'alarms', 'ticketKey', 'counters']));
  expect(Object.keys(sentences).sort()).toEqual([...rows.keys()].sort());
});

it('[PV7] an entry without a row is shown as one, and its fault is told first', () => {
  const entry = {
    store: 'live',
    key: '{x}:journal',
    row: undefined,
    kind: 'string',
    left: 60_000,
    holds: '1',
  };
  const faults = [{ store: 'live', key: '{x}:journal', why: 'no-row' }];
  const page = pageOf({ entries: [entry], faults }, { rows: keptRows(), isSample: false });
  expect(page).toContain('- no-row: `live` `{x}:journal`');
  expect(page).toContain('### Sans ligne dans docs/kept.md');
  expect(page.indexOf('## Fautes')).toBeLessThan(page.indexOf('## Mémoire vive'));
});
