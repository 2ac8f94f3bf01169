// Who is let in, what they are told, and when the line needs help.
import { describe, expect, it } from '@jest/globals';
import { now, seen } from '../test/an-evening.js';
import type { Opening } from './opening.js';
import {
  admission,
  answerTo,
  bandOfWait,
  languagesOn,
  lengthsOf,
  nothingRecent,
  outlookAt,
  overflows,
  type Tongue,
  waitWith,
} from './overflow.js';
import { firstSettings } from './settings.js';
import { hours, minutes } from './time.js';

const limits = firstSettings;

describe('what a line knows of itself', () => {
  it('[OV2] believes what is known of such lines until it has its own figures', () => {
    expect(lengthsOf(nothingRecent)).toEqual({ conversation: minutes(40), patience: minutes(10) });
    const short = { ...nothingRecent, conversations: 1_000, talked: minutes(15_000) };
    expect(lengthsOf(short).conversation / minutes(1)).toBeCloseTo(15, 0);
  });

  it('[OV2] those who were answered count for patience too', () => {
    const patient = { ...nothingRecent, leavers: 10, waited: minutes(400) };
    expect(lengthsOf(patient).patience).toBe(minutes(450) / 15);
  });
});

describe('the band', () => {
  it.each([
    [0, 9, 'under-10'],
    [5, 20, 'under-25'],
    [5, 44, 'under-45'],
    [10, 24, '10-to-25'],
    [12, 30, '10-to-45'],
    [12, 90, 'over-10'],
    [25, 44, '25-to-45'],
    [25, 45, 'over-25'],
    [45, 46, 'over-45'],
    [0, 45, 'unknown'],
  ] as const)('[OV3] between %i and %i minutes is %s', (least, most, band) => {
    const wait = { least: minutes(least), expected: minutes(least), most: minutes(most) };
    expect(bandOfWait(wait)).toBe(band);
  });

  it('[OV3] is wider when the line knows little of itself', () => {
    expect(outlookAt(3, seen(), limits).band).toBe('10-to-25');
    expect(outlookAt(3, seen({ recent: nothingRecent }), limits).band).toBe('under-45');
  });

  it('[OV3] is nothing anybody knows while nobody is on shift', () => {
    expect(outlookAt(0, seen({ working: 0 }), limits)).toEqual({ band: 'unknown', unlikely: false });
  });

  it('[OV3] is short for those for whom somebody is free', () => {
    expect(outlookAt(1, seen({ free: 2 }), limits).band).toBe('under-10');
  });

  it('[OV1] those ahead for whom somebody is free are not waited for', () => {
    expect(waitWith(5, seen({ free: 3 }), limits)).toEqual(waitWith(2, seen(), limits));
  });
});

describe('admission', () => {
  const soon: Opening = { at: 'open', until: now + minutes(5) };
  it.each([
    ['admit', {}],
    ['closed', { opening: { at: 'closed', until: undefined }, free: 3 }],
    ['draining', { opening: { at: 'draining' }, free: 3 }],
    ['full', { inLine: limits.hardCap }],
    ['too-close-to-closing', { inLine: 4, opening: soon }],
    ['hopeless', { inLine: 60, working: 2 }],
  ] as const)('[OV4] says %s', (said, some) => expect(admission(seen(some), limits)).toBe(said));

  it('[OV5] a free volunteer is never kept from a caller by a guess', () => {
    const some = { free: 1, opening: soon, overflowing: true, recent: nothingRecent };
    expect(admission(seen(some), limits)).toBe('admit');
  });

  it('[OV5] who nobody can say how long would wait is let in, up to the cap', () => {
    expect(admission(seen({ working: 0, inLine: 20 }), limits)).toBe('admit');
    expect(admission(seen({ working: 0, inLine: 200 }), limits)).toBe('full');
  });

  it('[OV5] a line that knows little turns away only what it is sure of', () => {
    const some = { inLine: 8, working: 1 };
    expect(admission(seen(some), limits)).toBe('hopeless');
    expect(admission(seen({ ...some, recent: nothingRecent }), limits)).toBe('admit');
  });

  it('[OV6] while overflow lasts, the limits are a little lower', () => {
    const some = { inLine: 161, working: 100 };
    expect(admission(seen(some), limits)).toBe('admit');
    expect(admission(seen({ ...some, overflowing: true }), limits)).toBe('full');
  });
});

describe('several languages', () => {
  const line = { ...limits, languages: ['fr', 'en', 'ar'] };
  const tongues = (all: Record<string, Partial<Tongue>>) =>
    new Map(
      Object.entries(all).map(([tag, some]) => [tag, { waiting: 0, free: 0, working: 0, ...some }] as const),
    );
  const bilingual = tongues({ fr: { working: 5 }, en: { working: 1 } });

  it.each([
    { asks: 'en', said: 'admit', why: 'somebody speaks it' },
    { asks: 'ar', said: 'not-spoken', why: 'nobody on shift speaks it' },
    { asks: 'es', said: 'not-spoken', why: 'the line does not offer it' },
    { asks: 'ar', said: 'closed', why: 'the line is closed', opening: { at: 'closed', until: undefined } },
  ] as const)('[LG4] who asks for $asks is told $said: $why', ({ asks, said, why: _why, ...some }) => {
    expect(answerTo(seen({ spoken: bilingual, language: asks, ...some }), line)).toBe(said);
  });

  it('[LG4] the main language is never refused so: admission decides', () => {
    const nobody = seen({ spoken: tongues({ en: { working: 1 } }) });
    expect(answerTo(nobody, line)).toBe('admit');
    expect(answerTo({ ...nobody, inLine: line.hardCap }, line)).toBe('full');
  });

  it('[LG4] a page is told what is offered, the main language first, and what is spoken now', () => {
    expect(languagesOn(seen({ spoken: bilingual }), line)).toEqual([
      { tag: 'fr', spoken: true },
      { tag: 'en', spoken: true },
      { tag: 'ar', spoken: false },
    ]);
  });

  it.each([
    { who: 'whom all understand', language: 'fr', is: '25-to-45', all: { fr: { waiting: 8, working: 5 } } },
    {
      who: 'whom nobody understands',
      language: 'ar',
      is: 'unknown',
      all: { fr: { waiting: 8, working: 5 } },
    },
    {
      who: 'whom two of them understand, behind many of another language',
      ...{ language: 'en', is: '10-to-45' },
      all: { fr: { waiting: 8, working: 5 }, en: { working: 2 } },
    },
    {
      who: 'whom all understand, behind many whom nobody does',
      ...{ language: 'fr', is: 'under-10' },
      all: { fr: { working: 5 }, en: { waiting: 8 } },
    },
  ])('[LG7] behind eight, $who, the band is $is', ({ language, is, all }) => {
    const some = { inLine: 8, language, spoken: tongues(all) };
    expect(outlookAt(8, seen(some), { ...line, breather: minutes(5) }).band).toBe(is);
  });

  it('[LG7] who alone asks for what somebody free speaks is let in, whoever else waits', () => {
    const spoken = tongues({ fr: { waiting: 200, working: 5 }, en: { free: 1, working: 1 } });
    const some = { inLine: 200, free: 1, working: 6, spoken };
    expect(answerTo(seen({ ...some, language: 'en' }), line)).toBe('admit');
    expect(answerTo(seen({ ...some, language: 'fr' }), line)).toBe('full');
  });

  it('[LG7] who is offered to somebody else is not waited for', () => {
    const spoken = tongues({ fr: { free: 4, working: 4 }, en: { working: 1 } });
    const some = { inLine: 4, free: 4, working: 5, spoken, language: 'en' };
    expect(answerTo(seen({ ...some, opening: { at: 'open', until: now + minutes(50) } }), line)).toBe(
      'admit',
    );
  });
});

describe('early warning', () => {
  it('[OV7] who waits longer than the limit is told that an answer is unlikely', () => {
    expect(outlookAt(60, seen({ working: 2 }), limits)).toEqual({ band: 'over-45', unlikely: true });
    expect(outlookAt(2, seen(), limits).unlikely).toBe(false);
  });

  it('[OV7] so is who waits past the closing hour', () => {
    const opening: Opening = { at: 'open', until: now + minutes(10) };
    expect(outlookAt(4, seen({ opening }), limits).unlikely).toBe(true);
    expect(outlookAt(4, seen({ opening: { at: 'closed', until: now + hours(9) } }), limits).unlikely).toBe(
      true,
    );
    expect(outlookAt(0, seen({ opening: { at: 'draining' } }), limits).unlikely).toBe(false);
  });
});

describe('overflow', () => {
  it('[OV6] starts above the recall threshold, and ends clearly below it', () => {
    expect(overflows(seen({ inLine: 5 }), limits)).toBe(false);
    expect(overflows(seen({ inLine: 6 }), limits)).toBe(true);
    expect(overflows(seen({ inLine: 5, overflowing: true }), limits)).toBe(true);
    expect(overflows(seen({ inLine: 4, overflowing: true }), limits)).toBe(false);
  });

  it('[OV6] starts when newcomers are turned away for want of listeners, not when the line closes', () => {
    const one = { ...limits, recallAbove: 100 };
    expect(overflows(seen({ inLine: 60, working: 2 }), one)).toBe(true);
    expect(overflows(seen({ inLine: 200, working: 200 }), one)).toBe(true);
    expect(overflows(seen({ inLine: 60, opening: { at: 'closed', until: undefined } }), one)).toBe(false);
  });
});
