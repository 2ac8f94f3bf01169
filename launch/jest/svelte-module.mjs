// Lets Jest read the web's state modules (`*.svelte.ts`): types are taken off, then Svelte turns runes into
// signals.
import { createHash } from 'node:crypto';
import { transform } from '@swc/core';
import { compileModule, VERSION } from 'svelte/compiler';

const typesOff = {
  configFile: false,
  swcrc: false,
  jsc: { parser: { syntax: 'typescript' }, target: 'esnext' },
  module: { type: 'es6' },
};

export default {
  async processAsync(source, filename) {
    const { code } = await transform(source, { ...typesOff, filename });
    const { js } = compileModule(code, { filename, generate: 'client', dev: true });
    return { code: js.code, map: js.map };
  },
  getCacheKey: (source, filename) =>
    createHash('sha256').update(`${VERSION}\0${filename}\0${source}`).digest('hex'),
};
