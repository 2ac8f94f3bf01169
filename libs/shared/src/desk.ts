// Everything the desk (coordinators) is told live: numbers of now and of today. It asks over HTTP (access.ts).
import * as v from 'valibot';
import { slug } from './access.js';
import { closing } from './closing.js';
import { deskToday, meanings } from './counted.js';
import { lineModes } from './desk-line.js';
import { lineStatus } from './line.js';
import { presenceAsks } from './presence.js';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** `line`: which of the association's lines; the first unless it is said. */
export const deskHandshake = v.strictObject({ version: v.number(), line: v.optional(slug) });

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

/** Whether the line is open, as its callers see it, and why. */
export const deskOpening = v.strictObject({
  mode: v.picklist(lineModes),
  /** More wait than the line bears; or will, if people go on coming as they do. */
  overflow: v.picklist(['none', 'foreseen', 'started']),
  ...lineStatus.entries,
});
export type DeskOpening = v.InferOutput<typeof deskOpening>;

export const deskAsks = { ...presenceAsks };
export type DeskAsks = typeof deskAsks;
export const deskTells = {
  'desk.welcome': v.strictObject({
    pseudonym: v.string(),
    line: v.strictObject({ id: v.string(), name: v.string() }),
    meanings,
  }),
  'desk.now': v.strictObject({ board: deskBoard, today: deskToday, opening: deskOpening }),
  closing,
};
export type DeskTells = typeof deskTells;
