// Thousands of histories of a bad line: what is shown is what was said, and "delivered" is never ahead of the truth. Here
// without a cipher, so that they are many; sealed-conversation.sealed-histories.spec.ts tells some with the real one.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bothSides, everyScreenIsTrue, happening, history, other, textsOf } from '../../test/histories.js';
import { plainSeals } from '../../test/plain-seals.js';

describe('a sealed conversation over a bad line', () => {
  it('[D1] [D2] shows what was said without gap or double, and claims "delivered" only for what stood there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60, size: 'max' }), async (happenings) => {
        const pages = await history(happenings, plainSeals);
        everyScreenIsTrue(pages);
        expect(pages.claims).toEqual([]);
        pages.close();
      }),
      { numRuns: 10_000 },
    );
  }, 600_000);

  it('[SM6] once the line is good, everything the last pages said is shown and delivered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40, size: 'max' }), async (happenings) => {
        const pages = await history(happenings, plainSeals);
        await pages.heal();
        everyScreenIsTrue(pages);
        for (const of of bothSides) {
          const speaker = pages.now(of);
          expect(speaker.delivered).toEqual(textsOf(speaker));
          for (const text of textsOf(speaker)) expect(pages.everShown[other(of)]).toContain(text);
          expect(speaker.back.filter(({ mine, seen }) => mine && !seen)).toEqual([]);
        }
        pages.close();
      }),
      { numRuns: 300 },
    );
  });
});
