// How coordinators run their line, over HTTP: `GET` and `PUT /api/desk/lines/<line>`, `POST …/mode`.
import * as v from 'valibot';
import { accessRefusals } from './access.js';
import { day, elsewhere, span } from './line.js';

export const lineModes = ['by-hours', 'open-now', 'closed-now', 'draining'] as const;
export type LineMode = (typeof lineModes)[number];

/** Whether a number can hold is the service's to say, which names the field. */
const number = v.number();
const spans = v.pipe(v.array(span), v.maxLength(6));

/** Lengths are milliseconds. Everything is said at every `PUT`: a form that is sent is what holds. */
export const lineSettings = v.strictObject({
  mode: v.picklist(lineModes),
  hours: v.strictObject({
    /** Monday first. */
    weekly: v.pipe(v.array(spans), v.length(7)),
    closedOn: v.pipe(v.array(day), v.maxLength(100)),
    exceptions: v.pipe(v.array(v.strictObject({ day, spans })), v.maxLength(60)),
  }),
  /** What people may ask to be heard in, by primary tags; the first is the line's main language. */
  languages: v.pipe(v.array(v.string()), v.maxLength(20)),
  onlyIfSomeone: v.boolean(),
  hardCap: number,
  hopelessAfter: number,
  recallAbove: number,
  offerStands: number,
  missesBeforeAway: number,
  pairRests: number,
  breather: number,
  callerGrace: number,
  conversationGrace: number,
  volunteerGrace: number,
  stillThere: number,
  awayTold: number,
  pingEvery: number,
  pingWithin: number,
  callerLease: number,
  volunteerLease: number,
  waitLimit: number,
  silenceNudge: number,
  silenceAsk: number,
  welcomeText: v.pipe(v.string(), v.trim(), v.maxLength(300)),
  /** `#rrggbb`, or nothing for the colours of the house. */
  accentNight: v.pipe(v.string(), v.trim(), v.toLowerCase()),
  accentDay: v.pipe(v.string(), v.trim(), v.toLowerCase()),
  closedText: v.pipe(v.string(), v.trim(), v.maxLength(500)),
  elsewhere: v.pipe(v.array(elsewhere), v.maxLength(8)),
  exitTo: v.pipe(v.string(), v.trim()),
});
export type LineSettings = v.InferOutput<typeof lineSettings>;

/** What `GET` and both changes answer. */
export const deskLine = v.strictObject({
  name: v.string(),
  timeZone: v.string(),
  settings: lineSettings,
  /** What the operator's environment says on every line, whatever is chosen here (AS2). */
  imposed: v.array(v.string()),
});
export type DeskLine = v.InferOutput<typeof deskLine>;
export const chosenMode = v.strictObject({ mode: v.picklist(lineModes) });

/** Settings that cannot hold change nothing; the field at fault is named, and why. Status 422. */
export const cannotHold = v.strictObject({
  refused: v.literal('cannot-hold'),
  field: v.string(),
  why: v.string(),
});
export const deskRefused = v.union([v.strictObject({ refused: v.picklist(accessRefusals) }), cannotHold]);
export type DeskRefused = v.InferOutput<typeof deskRefused>;
