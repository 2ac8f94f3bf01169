// Which network somebody comes from, and that nobody can say so for themselves.
import { expect, it } from '@jest/globals';
import { prefixOf } from './prefix.js';

const by = (address: string | undefined, forwarded?: string) => ({ address, forwarded });

it.each([
  ['203.0.113.77', 'cb0071'],
  ['::ffff:203.0.113.9', 'cb0071'],
  ['2001:db8:12:34ff::1', '20010db8001234'],
  ['2001:0db8:0012:3400:ffff:ffff:ffff:ffff', '20010db8001234'],
])('[NW2] %s comes from %s', (address, prefix) => expect(prefixOf(by(address), 0)).toBe(prefix));

it.each([
  undefined,
  '',
  'bonjour',
  '127.0.0.1',
  '::1',
  '10.1.2.3',
  '192.168.1.4',
  'fe80::1',
  'fd00::1',
  '::',
])('[NW2] of %s nothing is known', (address) => expect(prefixOf(by(address), 0)).toBeUndefined());

it('[NW2] what is forwarded is believed of as many proxies as there are, and of no more', () => {
  const forwarded = '198.51.100.1, 203.0.113.77 ,192.0.2.8';
  expect(prefixOf(by('203.0.113.1', forwarded), 0)).toBe('cb0071');
  expect(prefixOf(by('10.0.0.1', forwarded), 1)).toBe('c00002');
  expect(prefixOf(by('10.0.0.1', forwarded), 2)).toBe('cb0071');
  expect(prefixOf(by('203.0.113.1', forwarded), 4)).toBeUndefined();
  expect(prefixOf(by('203.0.113.1'), 1)).toBeUndefined();
});
