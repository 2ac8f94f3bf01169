// A long text leaves in messages that fit, and reads as it was written.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fits } from './padding.js';
import { inMessages } from './splitting.js';

const bare = (text: string) => text.replace(/\s+/g, '');

describe('a text in messages', () => {
  it('[FA23] is one where it fits, as it is written', () => {
    expect(inMessages('  bonsoir \n')).toEqual(['  bonsoir \n']);
  });

  it('[FA23] is cut where a sentence ends, else where a word does', () => {
    const sentence = `${'je ne dors pas '.repeat(10)}non. `;
    for (const part of inMessages(sentence.repeat(30)).slice(0, -1)) expect(part).toMatch(/non\.$/);
    const [first = ''] = inMessages('attendre '.repeat(500));
    expect(first).toMatch(/attendre$/);
  });

  it('[FA23] counts what is sealed, and tears no emoji', () => {
    const family = '👨‍👩‍👧‍👦';
    const parts = inMessages(family.repeat(400));
    expect(parts.join('')).toBe(family.repeat(400));
    for (const part of parts) expect(part.length % family.length).toBe(0);
  });

  it('[FA23] [SM5] fits in every part, whatever is written, and loses nothing but space at the cuts', () => {
    const written = fc.string({ unit: 'grapheme', maxLength: 9_000, size: 'max' });
    fc.assert(
      fc.property(written, (text) => {
        const parts = inMessages(text);
        expect(parts.every((part) => fits(part))).toBe(true);
        expect(bare(parts.join(''))).toBe(bare(text));
      }),
      { numRuns: 100 },
    );
  });
});
