// Counts as the kept store writes them: a flat hash of numbers, where what was never counted does not stand.
import type { Counts } from '@veille/domain';
import * as v from 'valibot';

const CountsRecord = v.record(v.string(), v.pipe(v.string(), v.transform(Number), v.safeInteger()));

export const countsFrom = (record: Record<string, string>): Counts =>
  new Map(Object.entries(v.parse(CountsRecord, record)));
