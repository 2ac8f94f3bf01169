// Thousands of histories of a bad line: what is shown is what was said, and "delivered" is never ahead of the truth.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainSeals } from '../../test/plain-seals.js';
import { TwoPages } from '../../test/two-pages.js';
import type { Page } from '../../test/two-pages.js';
import type { Side } from './seals.js';

const side = fc.constantFrom<Side>('caller', 'volunteer');
const place = fc.nat(40);
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('say' as const), side }) },
  { weight: 10, arbitrary: fc.record({ do: fc.constant('arrive' as const), side, place }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('draw' as const), side }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('double' as const), side, place }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('lose' as const), side, place }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cut' as const), side }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const), side, forgets: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.integer({ min: 100, max: 6_000 }) }),
  },
);
type Happening = typeof happening extends fc.Arbitrary<infer H> ? H : never;

async function live(pages: TwoPages, happened: Happening): Promise<void> {
  if (happened.do === 'wait') return pages.wait(happened.ms);
  if (happened.do === 'say') return pages.say(happened.side);
  if (happened.do === 'arrive') return pages.arrive(happened.side, happened.place);
  if (happened.do === 'draw') return pages.draw(happened.side);
  if (happened.do === 'double') return pages.arrive(happened.side, happened.place, true);
  if (happened.do === 'lose') return pages.lose(happened.side, happened.place);
  if (happened.do === 'reload') return pages.load(happened.side, happened);
  pages.underway.caller.length = 0;
  pages.underway.volunteer.length = 0;
  pages.now(happened.side).conversation.ask();
}

async function history(happenings: Happening[]): Promise<TwoPages> {
  const pages = new TwoPages(plainSeals);
  await pages.load('caller');
  await pages.load('volunteer');
  for (const happened of happenings) await live(pages, happened);
  return pages;
}

/** Of one page's words on one screen: a run of what it said, in order, without hole or double. */
function isRunOf(said: string[], shown: string[]): boolean {
  const ofThisPage = shown.filter((text) => said.includes(text));
  const start = said.indexOf(ofThisPage[0] ?? '');
  return ofThisPage.every((text, index) => said[start + index] === text);
}

const textsOf = (page: Page) => page.said.map(({ text }) => text);
const other = (of: Side): Side => (of === 'caller' ? 'volunteer' : 'caller');
const bothSides: Side[] = ['caller', 'volunteer'];

function everyScreenIsTrue(pages: TwoPages): void {
  for (const of of bothSides)
    for (const screen of pages.pages[of])
      for (const speaker of [...pages.pages.caller, ...pages.pages.volunteer])
        expect(isRunOf(textsOf(speaker), screen.shown)).toBe(true);
}

describe('a sealed conversation over a bad line', () => {
  it('[D1] [D2] shows what was said without gap or double, and claims "delivered" only for what stood there', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 60, size: 'max' }), async (happenings) => {
        const pages = await history(happenings);
        everyScreenIsTrue(pages);
        expect(pages.claims).toEqual([]);
        pages.close();
      }),
      { numRuns: 10_000 },
    );
  }, 180_000);

  it('[SM6] once the line is good, everything the last pages said is shown and delivered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40, size: 'max' }), async (happenings) => {
        const pages = await history(happenings);
        await pages.heal();
        everyScreenIsTrue(pages);
        for (const of of bothSides) {
          const speaker = pages.now(of);
          expect(speaker.delivered).toEqual(textsOf(speaker));
          for (const text of textsOf(speaker)) expect(pages.everShown[other(of)]).toContain(text);
        }
        pages.close();
      }),
      { numRuns: 300 },
    );
  });
});
