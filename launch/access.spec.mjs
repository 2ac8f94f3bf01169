// Proves that docs/access.md is the table, printed: as it stands now, and no more once a row is another.
import { expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { pageOf } from './access/page.mjs';
import { ROOT } from './project.mjs';

const tables = {
  deeds: { volunteer: { listen: 'association' }, 'post-coordinator': {}, coordinator: {}, administrator: {} },
  faces: { listen: 'listen' },
  routes: { 'GET /api/here': ['listen'] },
  events: { listen: { 'shift.start': { during: ['off'], otherwise: 'not-now' } } },
};

it('[AW4] the page is what would be printed', () => {
  const { status, stdout } = spawnSync(process.execPath, ['launch/access.mjs', '--check'], { cwd: ROOT });
  expect([status, stdout.toString()]).toEqual([0, '']);
});

it('[AW4] every row is printed, and another row prints another page', () => {
  const page = pageOf(tables);
  expect(page).toContain('| `listen` | association | — | — | — |');
  expect(page).toContain('| `GET /api/here` | volunteer | `listen` |');
  expect(page).toContain('| `shift.start` | yes | `not-now` |');
  const later = { 'shift.start': { during: 'always', otherwise: 'not-now' } };
  expect(pageOf({ ...tables, events: { listen: later } })).not.toBe(page);
});
