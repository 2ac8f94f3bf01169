// A page in the colour of its line: as it is told, by night and by day, and in the house's where it is told none.
import { expect, it } from '@jest/globals';
import { wear } from './accent.js';

function aStyle() {
  const put = new Map<string, string>();
  return {
    put,
    style: {
      setProperty: (name: string, value: string | null) => void put.set(name, value ?? ''),
      removeProperty: (name: string) => (put.delete(name), ''),
    },
  };
}
const accents = { accentNight: '#8fd0ff', accentDay: '#0a4a84' };

it('[ST7] a page wears the colour of the night by night, and of the day by day', () => {
  const { put, style } = aStyle();
  wear(style, accents, false);
  expect(Object.fromEntries(put)).toEqual({
    '--light': '#8fd0ff',
    '--light-hover': '#8fd0ff',
    '--focus': '#8fd0ff',
    '--glow': 'rgb(143 208 255 / 0.13)',
  });
  wear(style, accents, true);
  expect(put.get('--light')).toBe('#0a4a84');
});

it.each(['', 'red', '#fff', 'url(x)'])('[ST7] %p leaves the colours of the house', (colour) => {
  const { put, style } = aStyle();
  wear(style, accents, false);
  wear(style, { ...accents, accentNight: colour }, false);
  expect(put.size).toBe(0);
});
