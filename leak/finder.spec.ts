// What finds: every written form, whole or half overwritten, across the edge of a piece, and nothing by accident.
import { expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { Finder } from './finder.js';
import { decodedIn, formsOf } from './forms.js';
import { aProvenance, aText, marksOf } from './marks.js';

const text = aText();
const finder = new Finder([{ group: 'text', is: text }]);

it('[LK1] a text is found in every form it can be written in, wherever it stands', () => {
  for (const { bytes } of formsOf(text))
    for (const before of [0, 1, 2, 3, 7, 8, 9, 4_095])
      expect(finder.hitsIn(Buffer.concat([Buffer.alloc(before, 1), bytes, Buffer.alloc(20)]))).not.toEqual(
        [],
      );
});

it('[LK1] so is it inside base64, whatever stands before it', () => {
  for (const before of ['', 'a', 'ab', '{"text":"', '{"text": "']) {
    const inside = Buffer.from(`${before}${text}"}`);
    for (const written of ['base64', 'base64url', 'hex'] as const)
      expect(finder.hitsIn(Buffer.from(inside.toString(written)))).not.toEqual([]);
  }
});

it('[LK1] a text of which half was overwritten is found', () => {
  const half = Buffer.from(text);
  half.fill(0, 0, half.length - 14);
  expect(finder.hitsIn(half)).toHaveLength(1);
});

it('[LK1] what is encoded twice is found once it was decoded', () => {
  const twice = Buffer.from(Buffer.from(text).toString('base64')).toString('base64');
  expect(finder.hitsIn(Buffer.from(twice))).toEqual([]);
  const once = [...decodedIn(Buffer.from(`"sealed":"${twice}"`))];
  expect(once.flatMap((bytes) => finder.hitsIn(bytes))).not.toEqual([]);
});

it('[LK1] bytes of a key are found as they are and written down', () => {
  const key = randomBytes(32);
  const keys = new Finder([{ group: 'key', is: key }]);
  for (const there of [key, Buffer.from(key.toString('base64url')), Buffer.from(key.toString('hex'))])
    expect(keys.hitsIn(Buffer.concat([Buffer.alloc(5), there]))).toContainEqual(
      expect.objectContaining({ group: 'key' }),
    );
});

it('[LK1] nothing is found by accident, in chance nor in what any browser says', () => {
  const everything = new Finder([{ group: 'text', is: text }, ...marksOf(aProvenance())]);
  expect(everything.hitsIn(randomBytes(4 << 20))).toEqual([]);
  expect(
    everything.hitsIn(Buffer.from('Mozilla/5.0 (X11; Linux x86_64) 127.0.0.1 2001:db8:: fr-FR,fr;q=0.9')),
  ).toEqual([]);
});

it('[LK1] a mark too short to be no accident is refused', () => {
  expect(() => new Finder([{ group: 'text', is: 'oui' }])).toThrow('by accident');
});
