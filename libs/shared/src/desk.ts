// Everything the desk (coordinators) is told live: numbers of now and of today. It asks over HTTP (access.ts).
import * as v from 'valibot';
import { closing } from './closing.js';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

export const deskHandshake = v.strictObject({ version: v.number() });

/** How many are where, now. */
export const deskBoard = v.strictObject({
  waiting: count,
  offered: count,
  talking: count,
  free: count,
  breather: count,
  away: count,
});
export type DeskBoard = v.InferOutput<typeof deskBoard>;

/** Waits are told in bands, never in minutes to the second. */
export const waitBands = ['under-1', '1-to-5', '5-to-10', '10-to-25', '25-to-45', 'over-45'] as const;
export type WaitBand = (typeof waitBands)[number];

/** Today on this line, midnight to midnight in the line's own time zone. */
export const deskToday = v.strictObject({
  arrived: count,
  answered: count,
  leftWaiting: count,
  medianWait: v.nullable(v.picklist(waitBands)),
});
export type DeskToday = v.InferOutput<typeof deskToday>;

export const deskAsks = {};
export const deskTells = {
  'desk.welcome': v.strictObject({ pseudonym: v.string(), line: v.strictObject({ name: v.string() }) }),
  'desk.now': v.strictObject({ board: deskBoard, today: deskToday }),
  closing,
};
export type DeskTells = typeof deskTells;
