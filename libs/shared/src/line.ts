// The line as a newcomer finds it: open, or closed and until when; how long one waits, honestly; and where else to turn.
import * as v from 'valibot';

/** A BCP 47 primary tag, e.g. `fr`. */
export const language = v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/));

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** In minutes, as wide as what is not known; `unknown` while nobody is on shift. Never a minute count. */
export const bands = [
  'under-10',
  'under-25',
  'under-45',
  '10-to-25',
  '10-to-45',
  'over-10',
  '25-to-45',
  'over-25',
  'over-45',
  'unknown',
] as const;
export type Band = (typeof bands)[number];

/** What somebody who waits is told. `unlikely`: they will probably not be heard; they may stay. */
export const outlook = { band: v.picklist(bands), unlikely: v.boolean() };

/** Why nobody is let in now; the same words refuse `line.join`. */
export const turnings = ['closed', 'draining', 'full', 'too-close-to-closing', 'hopeless'] as const;
export type Turned = (typeof turnings)[number];

export const wallTime = v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/));
export const span = v.strictObject({ from: wallTime, until: wallTime });
export const day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Somewhere else to turn to. Only these four kinds of link: nothing a page could run. */
export const elsewhere = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  text: v.pipe(v.string(), v.trim(), v.maxLength(200)),
  href: v.pipe(
    v.string(),
    v.maxLength(200),
    v.regex(/^(?:tel:\+?\d+|sms:\d+|mailto:\S+@\S+|https:\/\/\S+)$/),
  ),
});
export type Elsewhere = v.InferOutput<typeof elsewhere>;

/** A page of another site; empty for the one of the house. */
export const exitTo = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(200),
  v.regex(/^(?:https:\/\/[a-z0-9][a-z0-9.-]*(?::\d+)?(?:[/?#]\S*)?)?$/i),
);

const colour = v.pipe(v.string(), v.regex(/^(?:#[0-9a-f]{6})?$/));

export const lineStatus = v.strictObject({
  /** What the line is called. */
  name: v.string(),
  is: v.picklist(['open', ...turnings]),
  band: v.picklist(bands),
  /** When it opens or closes next, on the line's own clock: in so many days, on which day of the week (0 is Monday). */
  turns: v.nullable(v.strictObject({ days: count, weekday: count, time: wallTime })),
  /** Today's hours, where the line goes by hours. */
  today: v.nullable(v.array(span)),
  /** What one may ask to be heard in, the line's main language first; `spoken`: somebody who speaks it hears the line now. */
  languages: v.pipe(v.array(v.strictObject({ tag: language, spoken: v.boolean() })), v.minLength(1)),
  /** What the first page says; empty for the page's own words. */
  welcomeText: v.pipe(v.string(), v.maxLength(300)),
  /** The line's own colour by night and by day; empty for the page's own. */
  accentNight: colour,
  accentDay: colour,
  /** What the association says while nobody is let in; empty for the page's own words. */
  closedText: v.pipe(v.string(), v.maxLength(500)),
  elsewhere: v.array(elsewhere),
  /** Where the quick exit leads. */
  exitTo,
});
export type LineStatus = v.InferOutput<typeof lineStatus>;
