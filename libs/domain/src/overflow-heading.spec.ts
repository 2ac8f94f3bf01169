// Where a line is heading if people go on coming as they do: the early warning, and how wide a newcomer's band is.
import { describe, expect, it } from '@jest/globals';
import { known, seen } from '../test/an-evening.js';
import { headingOf, nothingRecent, outlookAt, outlookOutside, overflows, willOverflow } from './overflow.js';
import { firstSettings } from './settings.js';
import { minutes } from './time.js';

const limits = firstSettings;

describe('where the line is heading', () => {
  /** Sixty came in two hours; five listeners hear 13 of them. */
  const rush = seen({ inLine: 1, recent: { ...known, arrivals: 60 } });

  it('[OV13] more will wait than the line bears, and it is known before they do', () => {
    const tight = { ...limits, recallAbove: 3 };
    expect(overflows(rush, tight)).toBe(false);
    expect(willOverflow(rush, tight)).toBe(true);
    expect(willOverflow(seen({ inLine: 1, recent: { ...known, arrivals: 30 }, working: 40 }), tight)).toBe(
      false,
    );
    expect(willOverflow({ ...rush, overflowing: true }, tight)).toBe(false);
    expect(willOverflow({ ...rush, opening: { at: 'closed', until: undefined } }, tight)).toBe(false);
  });

  it('[OV13] nothing is said of a line that knows little of itself, or where nobody is', () => {
    expect(headingOf({ ...rush, recent: { ...known, arrivals: 29 } }, limits)).toBe('unknown');
    expect(headingOf({ ...rush, recent: { ...known, arrivals: 60, conversations: 29 } }, limits)).toBe(
      'unknown',
    );
    expect(headingOf({ ...rush, working: 0 }, limits)).toBe('unknown');
  });

  it('[OV14] who has not come in is told a band as wide as what may come before them; who is in, their own', () => {
    const heading = headingOf(rush, limits);
    expect(heading !== 'unknown' && heading.servedWait).toBeGreaterThan(minutes(10));
    const begins = { ...rush, inLine: 0 };
    expect(outlookAt(0, begins, limits).band).toBe('under-10');
    expect(outlookOutside(begins, limits).band).toBe('under-25');
    const somebodyIsFree = seen({ free: 1, recent: rush.recent });
    expect(outlookOutside(somebodyIsFree, limits).band).toBe('under-10');
    const unknown = { ...begins, recent: nothingRecent };
    expect(outlookOutside(unknown, limits)).toEqual(outlookAt(0, unknown, limits));
  });
});
