// What the desk is told of today: numbers without people, each with the sentence that says what it means.
import * as v from 'valibot';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const countables = [
  'offered',
  'admitted',
  'refused-closed',
  'refused-draining',
  'refused-full',
  'refused-too-close-to-closing',
  'refused-hopeless',
  'refused-not-spoken',
  'answered',
  'left',
  'dropped',
  'gone',
  'hopeless',
  'waited-too-long',
  'not-heard-again',
  'interrupted',
  'handed-over',
  'ended-by-caller',
  'ended-by-volunteer',
  'ended-by-loss',
  'ended-by-listener-lost',
] as const;
export type Countable = (typeof countables)[number];

/** Waits and lengths are told in bands, never in minutes to the second. */
export const waitBands = ['under-1', '1-to-5', '5-to-10', '10-to-25', '25-to-45', 'over-45'] as const;
export type WaitBand = (typeof waitBands)[number];
export const lengthBands = ['under-5', '5-to-15', '15-to-30', '30-to-60', 'over-60'] as const;
export type LengthBand = (typeof lengthBands)[number];

const numbers = {
  counts: v.record(v.picklist(countables), count),
  waits: v.record(v.picklist(waitBands), count),
  lengths: v.record(v.picklist(lengthBands), count),
};
/** Of one hour, or one place: only what is not 0. */
export type Numbers = Pick<DeskToday, keyof typeof numbers>;

/** Today on this line, midnight to midnight in the line's own time zone. */
export const deskToday = v.strictObject({
  ...numbers,
  medianWait: v.nullable(v.picklist(waitBands)),
  /** The hours in which something was, in their order. */
  hours: v.array(v.strictObject({ hour: count, ...numbers })),
  /** From where volunteers heard, were cut off, and ended; no name is home, or where `partner` says so, a partner's. */
  places: v.array(
    v.strictObject({
      name: v.nullable(v.string()),
      partner: v.exactOptional(v.literal(true)),
      ...numbers,
    }),
  ),
});
export type DeskToday = v.InferOutput<typeof deskToday>;

/** One sentence for each number, told once on arrival. */
export const meanings = v.record(v.picklist(countables), v.string());
export type Meanings = v.InferOutput<typeof meanings>;
