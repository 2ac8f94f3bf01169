// What holds on a line, and what day it is there.
import { expect, it } from '@jest/globals';
import { dayOn, firstLine, inForce } from './association.js';
import { firstSettings } from './settings.js';
import { minutes, seconds } from './time.js';

it('[AS2] what is imposed goes before what was chosen, and that before the first settings', () => {
  const line = { ...firstLine, settings: { breather: minutes(10), offerStands: seconds(40) } };
  expect(inForce(line, { offerStands: seconds(3) }).settings).toEqual({
    ...firstSettings,
    breather: minutes(10),
    offerStands: seconds(3),
  });
});

it('[CT1] a day is the one of the line', () => {
  const beforeMidnightInLondon = Date.UTC(2026, 10, 21, 23, 30);
  expect(dayOn({ timeZone: 'Europe/London' }, beforeMidnightInLondon)).toBe('2026-11-21');
  expect(dayOn({ timeZone: 'Europe/Paris' }, beforeMidnightInLondon)).toBe('2026-11-22');
});
