// What may happen to two pages that talk over a bad line: things are said, come in any order, twice or never, tabs are cut off
// and loaded anew. And what must be true of every screen however it went (D1).
import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Seals, Side } from '../src/wire/seals.js';
import { TwoPages } from './two-pages.js';
import type { Page } from './two-pages.js';

type MakeSeals = () => Promise<Seals> | Seals;

const side = fc.constantFrom<Side>('caller', 'volunteer');
const place = fc.nat(40);
export const happening = fc.oneof(
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

/** Two pages after all this happened to them, one thing after the other. */
export async function history(happenings: Happening[], makeSeals: MakeSeals): Promise<TwoPages> {
  const pages = new TwoPages(makeSeals);
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

export const textsOf = (page: Page) => page.said.map(({ text }) => text);
export const other = (of: Side): Side => (of === 'caller' ? 'volunteer' : 'caller');
export const bothSides: Side[] = ['caller', 'volunteer'];

export function everyScreenIsTrue(pages: TwoPages): void {
  for (const of of bothSides)
    for (const screen of pages.pages[of])
      for (const speaker of [...pages.pages.caller, ...pages.pages.volunteer])
        expect(isRunOf(textsOf(speaker), screen.shown)).toBe(true);
}
