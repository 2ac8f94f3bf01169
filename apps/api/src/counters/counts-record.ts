// Counts as the kept store writes them: a flat hash of numbers, where what was never counted does not stand.
import * as v from 'valibot';
import type { Counts } from './counters.store.js';

const count = v.optional(v.pipe(v.string(), v.transform(Number), v.safeInteger()), '0');

const CountsRecord = v.object({
  arrived: count,
  answered: count,
  'left-waiting': count,
  'under-1': count,
  '1-to-5': count,
  '5-to-10': count,
  '10-to-25': count,
  '25-to-45': count,
  'over-45': count,
});

export const countsFrom = (record: Record<string, string>): Counts => v.parse(CountsRecord, record);
