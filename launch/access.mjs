// `npm run access`: prints who may ask what into docs/access.md; with `--check`, says whether the page is what would be printed.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { pageOf } from './access/page.mjs';
import { ROOT } from './project.mjs';
import { readTypescript } from './typescript.mjs';

readTypescript();
const source = (path) => import(new URL(`../${path}`, import.meta.url));
const { deeds } = await source('libs/domain/src/access.ts');
const { events, faces, routes } = await source('apps/api/src/faces/allowed.ts');

const path = join(ROOT, 'docs', 'access.md');
const printed = await format(pageOf({ deeds, events, faces, routes }), {
  ...(await resolveConfig(path)),
  parser: 'markdown',
});

if (!process.argv.includes('--check')) writeFileSync(path, printed);
else if (readFileSync(path, 'utf8') !== printed) {
  console.log('docs/access.md is not the table any more: `npm run access` prints it anew');
  process.exitCode = 1;
}
