// An address that follows a name, as the service takes it.
import { expect, it } from '@jest/globals';
import { slug } from '@veille/shared';
import * as v from 'valibot';
import { addressFrom } from './address.js';

it.each([
  ['L’Étoile du soir', 'l-etoile-du-soir'],
  ['  3114 — La nuit !', 'la-nuit'],
  ['Écoute & Co', 'ecoute-co'],
  ['a'.repeat(39) + ' b', 'a'.repeat(39)],
])('[TN4] %s has the address %s', (name, address) => {
  expect(addressFrom(name)).toBe(address);
  expect(v.is(slug, addressFrom(name))).toBe(true);
});

it('[TN4] a name without a letter has none, and the service says so', () => {
  expect(addressFrom('42')).toBe('');
});
