// A page is loaded anew: what it is given back, what it is not, and what both sides are told.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainSeals } from '../../test/plain-seals.js';
import { TwoPages } from '../../test/two-pages.js';
import type { Side } from './seals.js';

async function afterWords(...speakers: Side[]): Promise<TwoPages> {
  const pages = new TwoPages(plainSeals);
  await pages.load('caller');
  await pages.load('volunteer');
  await pages.heal(1);
  for (const speaker of speakers) {
    pages.say(speaker);
    await pages.heal(1);
  }
  return pages;
}

describe('a page that comes back', () => {
  it.each<Side>(['caller', 'volunteer'])(
    '[SM14] is given what both said, in order: the %s’s page',
    async (side) => {
      const other = side === 'caller' ? 'volunteer' : 'caller';
      const pages = await afterWords('caller', 'volunteer', 'volunteer', 'caller');
      await pages.load(side);
      await pages.heal(2);
      expect(pages.now(side).shown).toEqual(['caller 1', 'volunteer 2', 'volunteer 3', 'caller 4']);
      expect(pages.now(side).news).toEqual(['this-page-back']);
      expect(pages.now(other).news).toEqual(['their-page-back']);
      expect(pages.claims).toEqual([]);
      pages.close();
    },
  );

  it('[SM14] finds what was underway after what it is given, and both go on', async () => {
    const pages = await afterWords('caller', 'volunteer');
    pages.say('volunteer');
    pages.underway.caller.length = 0;
    await pages.load('caller');
    await pages.heal(2);
    pages.say('caller');
    pages.say('volunteer');
    await pages.heal(6);
    expect(pages.now('caller').shown).toEqual(['caller 1', 'volunteer 2', 'volunteer 3', 'volunteer 5']);
    expect(pages.now('volunteer').shown).toEqual(['caller 1', 'caller 4']);
    expect(pages.now('volunteer').delivered).toEqual(['volunteer 2', 'volunteer 3', 'volunteer 5']);
    pages.close();
  });

  it('[SM14] can give back what it was given, however often either page is loaded anew', async () => {
    const step = fc.constantFrom<Side | 'caller reloads' | 'volunteer reloads'>(
      ...(['caller', 'volunteer', 'caller reloads', 'volunteer reloads'] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30, size: 'max' }), async (steps) => {
        const pages = await afterWords();
        const said: string[] = [];
        for (const doing of steps) {
          if (doing === 'caller reloads') await pages.load('caller');
          else if (doing === 'volunteer reloads') await pages.load('volunteer');
          else {
            pages.say(doing);
            said.push(pages.now(doing).said.at(-1)?.text ?? '');
          }
          await pages.heal(2);
        }
        await pages.load('caller');
        await pages.heal(2);
        expect(pages.now('caller').shown).toEqual(said);
        pages.close();
      }),
      { numRuns: 200 },
    );
  });

  it('[SM14] is given a long past in few messages, in order', async () => {
    const pages = await afterWords(...Array.from({ length: 150 }, (): Side => 'caller'));
    const before = pages.sayings;
    await pages.load('caller');
    await pages.heal(2);
    expect(pages.now('caller').shown).toEqual(pages.now('volunteer').shown);
    expect(pages.now('caller').shown).toHaveLength(150);
    expect(pages.sayings - before).toBeLessThan(5);
    pages.close();
  });

  it('[SM16] without proof finds only what was underway, and both are told', async () => {
    const pages = await afterWords('caller', 'volunteer');
    pages.say('volunteer');
    pages.underway.caller.length = 0;
    await pages.load('caller', { forgets: true });
    await pages.heal(2);
    expect(pages.now('caller').shown).toEqual(['volunteer 3']);
    expect(pages.now('caller').news).toEqual(['this-page-empty']);
    expect(pages.now('volunteer').news).toEqual(['their-page-empty']);
    pages.close();
  });

  it('[SM16] after one that proved nothing is given what was said since, and nothing of before', async () => {
    const pages = await afterWords('caller', 'volunteer');
    await pages.load('caller', { forgets: true });
    await pages.heal(2);
    pages.say('volunteer');
    await pages.heal(2);
    await pages.load('caller');
    await pages.heal(2);
    expect(pages.now('caller').shown).toEqual(['volunteer 3']);
    expect(pages.now('caller').news).toEqual(['this-page-back']);
    pages.close();
  });

  it('[SM17] together with the other finds nothing any more, and both are told', async () => {
    const pages = await afterWords('caller', 'volunteer');
    pages.underway.caller.length = 0;
    await Promise.all([pages.load('caller'), pages.load('volunteer')]);
    await pages.heal(4);
    for (const side of ['caller', 'volunteer'] as const) {
      expect(pages.now(side).shown).toEqual([]);
      expect(pages.now(side).news).toEqual(['both-empty']);
    }
    pages.say('caller');
    await pages.heal(4);
    await pages.load('volunteer');
    await pages.heal(2);
    expect(pages.now('volunteer').shown).toEqual(['caller 3']);
    pages.close();
  });

  it('[SM17] while the other was still being given its past, neither takes a part for the whole', async () => {
    const pages = await afterWords('caller', 'volunteer');
    await pages.load('caller');
    while (pages.underway.volunteer.length + pages.underway.caller.length > 0) {
      await pages.arrive('volunteer', 0);
      if (pages.underway.caller[0]?.what === 'say') break;
      await pages.arrive('caller', 0);
    }
    pages.underway.caller.length = 0;
    await pages.load('volunteer');
    await pages.heal(4);
    expect(pages.now('caller').news).toEqual(['both-empty']);
    expect(pages.now('volunteer').news).toEqual(['both-empty']);
    pages.close();
  });
});
