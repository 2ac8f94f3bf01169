// Histories of a bad line with the real cipher and everything it binds: number, epoch, direction, page and continuity. A word
// that opened under another number, or a receipt for what never opened, would show here and nowhere before.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bothSides, everyScreenIsTrue, happening, history, other, textsOf } from '../../test/histories.js';
import { makeSeals } from './envelope.js';

/** With the ten thousand beside it that have no cipher. `VEILLE_HISTORIES=10000` tells them all with it. */
const numRuns = Number(process.env['VEILLE_HISTORIES'] ?? 2_000);
const seed = Number(process.env['VEILLE_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

describe(`a conversation that is really sealed, over a bad line (seed ${seed})`, () => {
  it(`[D1] [D2] in ${numRuns} histories shows what was said without gap or double, and "delivered" only after it stood there`, async () => {
    const holds = fc.asyncProperty(
      fc.array(happening, { maxLength: 60, size: 'max' }),
      async (happenings) => {
        const pages = await history(happenings, makeSeals);
        everyScreenIsTrue(pages);
        expect(pages.claims).toEqual([]);
        pages.close();
      },
    );
    await fc.assert(holds, { numRuns, seed });
  }, 1_200_000);

  it('[SM6] once the line is good, everything the last pages said opens, is shown and delivered', async () => {
    const holds = fc.asyncProperty(
      fc.array(happening, { maxLength: 40, size: 'max' }),
      async (happenings) => {
        const pages = await history(happenings, makeSeals);
        await pages.heal();
        everyScreenIsTrue(pages);
        for (const of of bothSides) {
          const speaker = pages.now(of);
          expect(speaker.delivered).toEqual(textsOf(speaker));
          for (const text of textsOf(speaker)) expect(pages.everShown[other(of)]).toContain(text);
          expect(speaker.back.filter(({ mine, seen }) => mine && !seen)).toEqual([]);
        }
        pages.close();
      },
    );
    await fc.assert(holds, { numRuns: Math.ceil(numRuns / 50), seed });
  });
});
