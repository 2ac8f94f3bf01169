// Counters: numbers without people. What is counted, and how a wait becomes a band.
import { type Duration, minutes } from './time.js';

/** What one line counts in one day. A wait is counted when it ends in an answer. */
export const countables = ['arrived', 'answered', 'left-waiting'] as const;
export type Countable = (typeof countables)[number];

export const waitBands = ['under-1', '1-to-5', '5-to-10', '10-to-25', '25-to-45', 'over-45'] as const;
export type WaitBand = (typeof waitBands)[number];
const ends: readonly (readonly [WaitBand, Duration])[] = [
  ['under-1', minutes(1)],
  ['1-to-5', minutes(5)],
  ['5-to-10', minutes(10)],
  ['10-to-25', minutes(25)],
  ['25-to-45', minutes(45)],
];

export const bandOf = (wait: Duration): WaitBand => ends.find(([, end]) => wait < end)?.[0] ?? 'over-45';

/** The band that holds the middle answered wait; null while nobody was answered (CT2). */
export function medianBand(counts: Readonly<Record<WaitBand, number>>): WaitBand | null {
  const total = waitBands.reduce((sum, band) => sum + counts[band], 0);
  let seen = 0;
  for (const band of waitBands) {
    seen += counts[band];
    if (total > 0 && seen * 2 >= total) return band;
  }
  return null;
}
