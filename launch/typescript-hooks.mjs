// The hooks of typescript.mjs, on the thread Node gives them: where a module stands, and what it says in JavaScript.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';
import { swcOptions } from './swc.mjs';

let instead = {};

export function initialize(data) {
  instead = data.instead;
}

/** The libraries from their sources; `./x.js` in a source written in TypeScript is the file `x.ts`. */
export async function resolve(specifier, context, next) {
  const asked = instead[specifier] ?? specifier;
  const where = { ...context, conditions: [...context.conditions, 'development'] };
  if (!/^\..*\.js$/.test(asked) || !context.parentURL?.endsWith('.ts')) return next(asked, where);
  try {
    return await next(asked.replace(/\.js$/, '.ts'), where);
  } catch (fault) {
    if (fault.code !== 'ERR_MODULE_NOT_FOUND') throw fault;
    return next(asked, where);
  }
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...swcOptions, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
