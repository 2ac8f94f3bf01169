// The settings of a line, written by hand: what is read back is what was meant.
import { describe, expect, it } from '@jest/globals';
import { chosenSettings as settings } from '../../test/chosen-settings.js';
import { formOf, settingsOf } from './line-form.js';

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
