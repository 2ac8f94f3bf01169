// Proves that a machine that cannot run Veille is told so, and that the entries can tell it.
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { isOlder, whyNotHere } from './node.mjs';

const importsOf = (file) =>
  [...readFileSync(new URL(file, import.meta.url), 'utf8').matchAll(/^import .* from '(.*)';$/gm)].map(
    ([, from]) => from,
  );

it('[LA1] a young enough Node on Linux and macOS is let in', () => {
  expect(whyNotHere('20.19.0', 'linux')).toBeUndefined();
  expect(whyNotHere('24.1.0', 'darwin')).toBeUndefined();
});

it('[LA1] an old Node is told which one to install, Windows is told of WSL', () => {
  expect(whyNotHere('20.18.3', 'linux')).toContain('Node 20.18.3 est trop ancien');
  expect(whyNotHere('12.22.12', 'linux')).toContain('20.19');
  expect(whyNotHere('22.0.0', 'win32')).toContain('WSL');
});

it('[LA1] versions are compared as numbers, part by part', () => {
  expect(isOlder('9.0.0', '20.19.0')).toBe(true);
  expect(isOlder('20.100.0', '20.19.0')).toBe(false);
  expect(isOlder('20.19', '20.19.0')).toBe(false);
});

it('[LA1] an entry loads nothing but the question before it has its answer', () => {
  for (const entry of ['./start.mjs', './serve.mjs', './dev.mjs', './test.mjs', './leak.mjs'])
    expect(importsOf(entry)).toEqual(['./node.mjs']);
  expect(importsOf('./node.mjs')).toEqual([]);
});
