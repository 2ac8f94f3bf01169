// What the service holds about one caller at this moment, entry by entry, as their page may ask: words, never keys or ids.
import * as v from 'valibot';

/** One word for each kind of entry that can stand for a caller; `docs/kept.md` says which row each one is. */
export const heldWords = [
  'record',
  'place',
  'turn',
  'asleep',
  'tab',
  'lease',
  'offer',
  'offer-end',
  'conversation',
  'listener',
  'return',
  'alarm',
] as const;
export type HeldWord = (typeof heldWords)[number];

const length = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const heldEntry = v.strictObject({
  what: v.picklist(heldWords),
  /** How long ago it began, in milliseconds, where it says so itself. */
  since: v.exactOptional(length),
  /** What it has left by itself, in milliseconds; `with-you`: it ends when the caller leaves, and not before. */
  ends: v.union([length, v.literal('with-you')]),
});
export type HeldEntry = v.InferOutput<typeof heldEntry>;

/** `grace`: how long all of it is kept for a tab that was closed, in milliseconds. */
export const held = v.strictObject({ grace: length, entries: v.array(heldEntry) });
export type Held = v.InferOutput<typeof held>;
