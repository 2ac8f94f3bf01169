// Three times Shift is a way out, and writing is not.
import { describe, expect, it } from '@jest/globals';
import { heldClock } from '../../test/held-clock.js';
import { ThreeShifts } from './three-shifts.js';

function pressing(...keys: string[]) {
  const { clock, advance } = heldClock();
  const shifts = new ThreeShifts(clock);
  const press = (key: string, repeat = false) => shifts.press({ key, repeat });
  return { press, advance, pressed: keys.map((key) => press(key)) };
}

describe('Shift', () => {
  it('[FA15] is the way out at the third time in a row', () => {
    expect(pressing('Shift', 'Shift', 'Shift').pressed).toEqual([false, false, true]);
  });

  it('[FA15] is no way out while one writes capitals, or holds it down', () => {
    expect(pressing('Shift', 'V', 'Shift', 'E', 'Shift', 'I').pressed).not.toContain(true);
    const { press } = pressing('Shift');
    expect([press('Shift', true), press('Shift', true), press('Shift', true)]).not.toContain(true);
  });

  it('[FA15] is no way out when the three are far from each other', () => {
    const { press, advance } = pressing('Shift', 'Shift');
    advance(3_001);
    expect(press('Shift')).toBe(false);
    expect([press('Shift'), press('Shift')]).toEqual([false, true]);
  });
});
