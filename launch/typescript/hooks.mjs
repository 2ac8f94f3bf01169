// Lets Node run a TypeScript file as it stands, for the commands that measure and search: types are taken out, nothing is
// checked here (`npm run check` does), and nothing is written.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const ours = (url) => url.startsWith('file:') && !url.includes('/node_modules/');

/** `./place.js` is written where `./place.ts` stands, as TypeScript wants it. */
export async function resolve(specifier, context, next) {
  if (!/^\.{1,2}\/.*\.js$/.test(specifier) || !ours(context.parentURL ?? '')) return next(specifier, context);
  return next(specifier.replace(/\.js$/, '.ts'), context).catch(() => next(specifier, context));
}

export async function load(url, context, next) {
  if (!ours(url) || !url.endsWith('.ts')) return next(url, context);
  const written = await readFile(fileURLToPath(url), 'utf8');
  const { code } = await transform(written, {
    filename: fileURLToPath(url),
    swcrc: false,
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript', decorators: true }, target: 'es2023' },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
