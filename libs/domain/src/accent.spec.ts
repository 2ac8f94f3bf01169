// A line's own colour: chosen by its association, and readable on the page whatever they chose.
import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { contrast, faultInAccent } from './accent.js';

it('[ST7] contrast is that of WCAG 2.2', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
});

it.each([
  ['', 'night', undefined],
  ['#f3b562', 'night', undefined],
  ['#84470a', 'day', undefined],
  ['#8fd0ff', 'night', undefined],
  ['#84470a', 'night', 'too-faint'],
  ['#f3b562', 'day', 'too-faint'],
  ['#808080', 'night', 'too-faint'],
  ['#F3B562', 'night', 'not-a-colour'],
  ['red', 'night', 'not-a-colour'],
  ['#fff', 'day', 'not-a-colour'],
  ['#f3b562;color:red', 'night', 'not-a-colour'],
] as const)('[ST7] %p by %s: %p', (colour, ground, fault) => {
  expect(faultInAccent(colour, ground)).toBe(fault);
});

it('[ST7] the grounds that are measured against are those of the pages', () => {
  const tokens = readFileSync(new URL('../../../apps/web/src/ui/tokens.css', import.meta.url), 'utf8');
  const [night = '', day = ''] = tokens.split('prefers-color-scheme: light');
  const said = (css: string) =>
    ['night', 'surface', 'raised'].map((name) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(css)?.[1]);
  const source = readFileSync(new URL('./accent.ts', import.meta.url), 'utf8');
  for (const [ground, css] of [
    ['night', night],
    ['day', day],
  ] as const)
    expect(source).toContain(
      `${ground}: [${said(css)
        .map((colour) => `'${colour}'`)
        .join(', ')}]`,
    );
});
