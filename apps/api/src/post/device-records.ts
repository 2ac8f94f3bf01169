// Posts' devices and the codes that make them, as the kept store writes them, each with the number of its shape.
import { accountId, associationId, type PostDevice, placeId } from '@veille/domain';
import * as v from 'valibot';
import type { ToBe } from './device.store.js';

const named = {
  shape: v.literal(1),
  association: v.pipe(v.string(), v.transform(associationId)),
  post: v.pipe(v.string(), v.transform(placeId)),
  by: v.pipe(v.string(), v.transform(accountId)),
};
const Device = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ ...named, registeredOn: v.string(), usedOn: v.string() }),
);
const Code = v.pipe(v.string(), v.parseJson(), v.object(named));

export const recordOf = ({ association, post, by, ...days }: PostDevice | ToBe): string =>
  JSON.stringify({ shape: 1, association, post, by, ...('usedOn' in days && days) });

/** A record of a shape this version does not know is no device: it is registered anew. */
export function deviceFrom(record: string | null): PostDevice | undefined {
  const read = v.safeParse(Device, record);
  if (!read.success) return undefined;
  const { shape: _, ...device } = read.output;
  return device;
}

export function toBeFrom(record: string | null): ToBe | undefined {
  const read = v.safeParse(Code, record);
  if (!read.success) return undefined;
  const { shape: _, ...toBe } = read.output;
  return toBe;
}
