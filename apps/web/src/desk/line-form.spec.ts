// The settings of a line, written by hand: what is read back is what was meant.
import { describe, expect, it } from '@jest/globals';
import type { LineSettings } from '@veille/shared';
import { formOf, settingsOf } from './line-form.js';

const evening = [{ from: '20:00', until: '02:00' }];
const settings: LineSettings = {
  mode: 'by-hours',
  hours: {
    weekly: [
      evening,
      evening,
      evening,
      evening,
      [...evening, { from: '14:00', until: '16:00' }],
      [],
      evening,
    ],
    closedOn: ['2026-12-25', '2027-01-01'],
    exceptions: [
      { day: '2026-12-24', spans: [{ from: '18:00', until: '24:00' }] },
      { day: '2026-12-31', spans: [] },
    ],
  },
  languages: ['fr', 'en'],
  onlyIfSomeone: true,
  hardCap: 40,
  hopelessAfter: 45 * 60_000,
  recallAbove: 5,
  offerStands: 25_000,
  missesBeforeAway: 2,
  pairRests: 600_000,
  breather: 300_000,
  callerGrace: 240_000,
  conversationGrace: 300_000,
  volunteerGrace: 90_000,
  stillThere: 8_000,
  awayTold: 45_000,
  pingEvery: 10_000,
  pingWithin: 8_000,
  callerLease: 30_000,
  volunteerLease: 20_000,
  waitLimit: 7_200_000,
  silenceNudge: 300_000,
  silenceAsk: 900_000,
  welcomeText: 'Bonsoir.',
  accentNight: '#8fd0ff',
  accentDay: '',
  closedText: 'À demain.',
  elsewhere: [{ name: 'Une autre ligne', text: 'Le soir', href: 'tel:0123456789' }],
  exitTo: 'https://example.org/',
};

describe('the form of a line', () => {
  it('[ST4] gives back what it was given', () => {
    expect(settingsOf(formOf(settings))).toEqual(settings);
  });

  it('[ST4] reads hours and numbers as people write them', () => {
    const form = formOf(settings);
    form.weekly[0] = { said: '20h–2h ; 8 h 30 - 12:00' };
    form.numbers.volunteerGrace = '1,5';
    form.languages = ' fr; AR en ';
    const read = settingsOf(form);
    expect(read.hours.weekly[0]).toEqual([
      { from: '20:00', until: '02:00' },
      { from: '08:30', until: '12:00' },
    ]);
    expect(read.volunteerGrace).toBe(90_000);
    expect(read.languages).toEqual(['fr', 'ar', 'en']);
  });

  it('[ST4] sends what reads as nothing, for the service to name', () => {
    const form = formOf(settings);
    form.weekly[0] = { said: 'le soir' };
    form.numbers.hardCap = '';
    expect(settingsOf(form).hours.weekly[0]).toEqual([{ from: 'le soir', until: '' }]);
    expect(settingsOf(form).hardCap).toBe(-1);
  });
});
