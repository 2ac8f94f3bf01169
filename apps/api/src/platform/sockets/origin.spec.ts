// Whose page it is: ours, whichever way our own machine is called, and nobody else's.
import { expect, it } from '@jest/globals';
import { isOurs } from './origin.js';

it.each([
  [undefined, 'https://veille.example'],
  ['https://veille.example', 'https://veille.example/'],
  ['http://localhost:3000', 'http://127.0.0.1:3000'],
  ['http://127.0.0.1:3000', 'http://localhost:3000'],
  ['http://127.0.0.1', 'http://localhost'],
])('[AC13, DO7] %s is ours at %s', (origin, publicUrl) => expect(isOurs(origin, publicUrl)).toBe(true));

it.each([
  ['null', 'https://veille.example'],
  ['', 'https://veille.example'],
  ['http://veille.example', 'https://veille.example'],
  ['https://veille.example:8443', 'https://veille.example'],
  ['https://veille.example.evil.example', 'https://veille.example'],
  ['http://127.0.0.1:3001', 'http://localhost:3000'],
  ['http://127.0.0.1.evil.example:3000', 'http://localhost:3000'],
])('[AC13, DO7] %s is not ours at %s', (origin, publicUrl) => expect(isOurs(origin, publicUrl)).toBe(false));
