// Sealed messages come in three sizes, and every text that is accepted fits one of them.
import { describe, expect, it } from '@jest/globals';
import { limits } from '@veille/shared';
import fc from 'fast-check';
import { fits, makeProof, pad, paddedSizes, unpad } from './padding.js';

const anyText = fc.string({ unit: 'binary', maxLength: limits.text, size: 'max' });

describe('what stands inside a sealed message', () => {
  it('[SM5] is 256, 1024 or 4096 bytes, and comes out as it went in', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(fits(text));
        const proof = makeProof();
        const padded = pad({ text, proof });
        expect(paddedSizes).toContain(padded.length);
        expect(unpad(padded)).toEqual({ text, proof });
      }),
      { numRuns: 1_000 },
    );
  });

  it('[SM5] uses each of the three sizes', () => {
    const sizes = ['', 'a'.repeat(500), 'a'.repeat(2_000)].map(
      (text) => pad({ text, proof: makeProof() }).length,
    );
    expect(sizes).toEqual([256, 1024, 4096]);
  });

  it.each([
    ['a character too many', 'a'.repeat(limits.text + 1)],
    ['too many bytes', '本'.repeat(1_300)],
    ['quotes that would swell when written', '本'.repeat(900) + '"'.repeat(1_100)],
  ])('[SM5] refuses %s before it is sealed', (_name, text) => {
    expect(fits(text)).toBe(false);
  });

  it('[SM8] what is no message is not genuine, and breaks nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(unpad(bytes)).toBe('not-genuine');
      }),
    );
  });
});
