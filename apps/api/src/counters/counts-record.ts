// Counts as the kept store writes them: a flat hash of numbers, where what was never counted does not stand.
import type { Countable, LengthBand, WaitBand } from '@veille/domain';
import * as v from 'valibot';

/** A number of the day, the same by the hour, and by the place the volunteer listened from; a band of waits or lengths. */
export type Counted =
  | Countable
  | `hour:${number}:${Countable}`
  | `from:${string}:${Countable}`
  | `wait:${WaitBand}`
  | `length:${LengthBand}`;

export type Counts = ReadonlyMap<string, number>;

const CountsRecord = v.record(v.string(), v.pipe(v.string(), v.transform(Number), v.safeInteger()));

export const countsFrom = (record: Record<string, string>): Counts =>
  new Map(Object.entries(v.parse(CountsRecord, record)));
