// A ticket: what a tab holds so that its person can come back. Sealed by the service, for one role, opaque, short-lived.
import {
  type CallerId,
  callerId,
  type Instant,
  type LineId,
  lineId,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import * as v from 'valibot';
import { seal, unseal } from '../platform/sealing.js';

const hash = v.record(v.string(), v.string());
const seat = { tab: v.number(), record: hash };

/** Enough to put somebody back should the live store be lost: their record, with its epoch; and whom they talk with. */
const memory = v.strictObject({
  epoch: v.string(),
  asOf: v.number(),
  ...seat,
  talk: v.exactOptional(v.strictObject({ record: hash, peer: v.strictObject({ id: v.string(), ...seat }) })),
});
export type MemoryRecord = v.InferOutput<typeof memory>;

/** What a caller's ticket holds. */
export type Stay = {
  readonly line: LineId;
  readonly caller: CallerId;
  /** The lowest place this tab was told; it is never told more (I6). */
  readonly told?: number;
  readonly memory: MemoryRecord;
};
/** What a volunteer's holds; who they are, their session says. */
export type Shift = {
  readonly line: LineId;
  readonly volunteer: VolunteerId;
  readonly memory: MemoryRecord;
};

const held = { line: v.pipe(v.string(), v.transform(lineId)), memory, until: v.number() };
const stay = v.strictObject({
  ...held,
  caller: v.pipe(v.string(), v.transform(callerId)),
  told: v.exactOptional(v.number()),
});
const shift = v.strictObject({ ...held, volunteer: v.pipe(v.string(), v.transform(volunteerId)) });

/** Bound into every seal: a ticket of another version or of another role does not open. */
const purposes = {
  caller: 'veille ticket 2 caller',
  volunteer: 'veille ticket 2 volunteer',
};
type Role = keyof typeof purposes;

/** `key`: 32 bytes, shared by the nodes. `until`: the ticket is refused from this instant on (TK2). */
export function sealTicket(content: Stay | Shift, until: Instant, key: Buffer): string {
  const purpose = purposes['caller' in content ? 'caller' : 'volunteer'];
  return seal(JSON.stringify({ ...content, until }), { purpose, key });
}

/** One word for every ticket that is not good: forged, altered, over, another's (TK1). */
export const openTicket = (ticket: string, now: Instant, key: Buffer): Stay | 'refused' =>
  opened({ ticket, role: 'caller', now, key }, stay);

/** The same of a volunteer's. */
export const openShiftTicket = (ticket: string, now: Instant, key: Buffer): Shift | 'refused' =>
  opened({ ticket, role: 'volunteer', now, key }, shift);

type Opening = { ticket: string; role: Role; now: Instant; key: Buffer };

function opened<C extends { until: number }>(
  { ticket, role, now, key }: Opening,
  content: v.GenericSchema<unknown, C>,
): Omit<C, 'until'> | 'refused' {
  const read = v.safeParse(
    v.pipe(v.string(), v.parseJson(), content),
    unseal(ticket, { purpose: purposes[role], key }),
  );
  if (!read.success || read.output.until <= now) return 'refused';
  const { until: _over, ...held } = read.output;
  return held;
}
