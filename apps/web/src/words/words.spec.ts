// What is said in French is set as French is set, on every face.
import { describe, expect, it } from '@jest/globals';
import { words as caller } from './fr/caller.js';
import { words as desk } from './fr/desk.js';
import { words as listen } from './fr/listen.js';

type Said = string | ((...given: never[]) => unknown) | { readonly [name: string]: Said } | readonly Said[];

/** Every sentence that is not made of parts. */
function sentences(said: Said): string[] {
  if (typeof said === 'string') return [said];
  return typeof said === 'object' ? Object.values(said).flatMap((part) => sentences(part)) : [];
}

/** The same, and what is made of parts as it is written. */
function written(said: Said): string[] {
  if (typeof said === 'function') return [String(said)];
  return typeof said === 'object' ? Object.values(said).flatMap((part) => written(part)) : [said];
}

describe('words', () => {
  it.each([
    ['caller', caller],
    ['listen', listen],
    ['desk', desk],
  ])(
    '[FA9] no line of the %s face breaks before a high mark or within a quotation mark, and no apostrophe is a typewriter’s',
    (_face, words) => {
      const all = sentences(words);
      expect(all.length).toBeGreaterThan(20);
      expect(all.filter((sentence) => / [:;?!]/.test(sentence) || sentence.includes("'"))).toEqual([]);
      expect(written(words).filter((sentence) => /« | »/.test(sentence))).toEqual([]);
    },
  );

  it('[FA9] a queue is told in numbers and rounded waits', () => {
    expect(listen.free.queue(0, 0)).toBe('Personne n’attend pour l’instant.');
    expect(listen.free.queue(1, 59_000)).toBe('Une personne attend, depuis moins d’une minute.');
    expect(listen.free.queue(3, 12 * 60_000 + 9_000)).toBe(
      '3 personnes attendent, la première depuis 12 minutes.',
    );
  });

  it('[FA2] each of the four numbers can be called or written to', () => {
    expect(caller.numbers.each.map(({ number, href }) => [number, href])).toEqual([
      ['3114', 'tel:3114'],
      ['15', 'tel:15'],
      ['112', 'tel:112'],
      ['114', 'sms:114'],
    ]);
  });
});
