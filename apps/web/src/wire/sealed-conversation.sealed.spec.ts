// The same conversation with the real cipher: a few dozen histories, and what a dishonest server could try.
import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { TwoPages } from '../../test/two-pages.js';
import { makeSeals } from './envelope.js';

async function together(): Promise<TwoPages> {
  const pages = new TwoPages(makeSeals);
  await pages.load('caller');
  await pages.load('volunteer');
  await pages.heal(2);
  return pages;
}

describe('a conversation sealed for real', () => {
  it('[SM1] what is said on either side is read on the other, through reloads of both', async () => {
    const step = fc.constantFrom('caller says', 'volunteer says', 'caller reloads', 'volunteer reloads');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8, size: 'max' }), async (steps) => {
        const pages = await together();
        for (const doing of steps) {
          const side = doing.startsWith('caller') ? 'caller' : 'volunteer';
          if (doing.endsWith('says')) pages.say(side);
          else await pages.load(side);
          await pages.heal(6);
        }
        expect(pages.now('caller').delivered).toEqual(pages.now('caller').said.map(({ text }) => text));
        expect(pages.now('volunteer').delivered).toEqual(pages.now('volunteer').said.map(({ text }) => text));
        expect(pages.claims).toEqual([]);
        pages.close();
      }),
      { numRuns: 36 },
    );
  });

  it('[SM7] a receipt that proves nothing delivers nothing', async () => {
    const pages = await together();
    pages.say('caller');
    await pages.wait(500);
    pages.underway.volunteer.length = 0;
    const forged = { conversation: 'conversation-1', upTo: 1, proof: 'A'.repeat(22) };
    await pages.hand('caller', { what: 'receipt', load: forged });
    expect(pages.now('caller').delivered).toEqual([]);
    await pages.heal(10);
    expect(pages.now('caller').delivered).toEqual(['caller 1']);
    pages.close();
  });

  it('[SM8] an envelope that was touched is shown to nobody, and the true one still is', async () => {
    const pages = await together();
    pages.say('caller');
    await pages.wait(500);
    const packet = pages.underway.volunteer.find(({ what }) => what === 'say');
    if (packet?.what !== 'say') throw new Error('nothing was sent');
    const turned = packet.load.sealed.startsWith('A') ? 'B' : 'A';
    const touched = { ...packet.load, sealed: turned + packet.load.sealed.slice(1) };
    await pages.hand('volunteer', { what: 'say', load: touched });
    await pages.hand('volunteer', { what: 'say', load: { ...packet.load, enc: 'A'.repeat(87) } });
    await pages.draw('volunteer');
    expect(pages.now('volunteer').shown).toEqual([]);
    await pages.heal(6);
    expect(pages.now('volunteer').shown).toEqual(['caller 1']);
    pages.close();
  });

  it('[SM2] each page load has its own key, which cannot be taken out', async () => {
    const generated = jest.spyOn(crypto.subtle, 'generateKey');
    const keys = [await makeSeals(), await makeSeals()].map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    expect(generated.mock.calls.map(([, extractable]) => extractable)).toEqual([false, false]);
    generated.mockRestore();
  });
});
