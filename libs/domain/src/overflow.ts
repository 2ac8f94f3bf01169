// Overflow: who is let into the line and who is told, before waiting, that they would wait in vain; and how long, honestly.
import { erlangA, type Forecast, waitBehind } from './erlang-a.js';
import { type Language, mainOf } from './language.js';
import type { Opening } from './opening.js';
import type { LineSettings } from './settings.js';
import { type Duration, hours, type Instant, minutes } from './time.js';

/** What happened on a line lately, in numbers: how long conversations last and how long people wait before they give up. */
export type Recent = {
  readonly arrivals: number;
  readonly conversations: number;
  /** All their lengths together. */
  readonly talked: Duration;
  readonly leavers: number;
  /** All waits together, of those who were answered and of those who left. */
  readonly waited: Duration;
};
/** How far back that goes, to a stretch of ten minutes. */
export const recentLasts = hours(2);
export const nothingRecent: Recent = { arrivals: 0, conversations: 0, talked: 0, leavers: 0, waited: 0 };

export type Crowd = {
  /** In the line, those being offered included. */
  readonly inLine: number;
  readonly free: number;
  /** Volunteers who hear, or will hear again: free, offered, talking, in a breather. */
  readonly working: number;
};
/** Of those who wait, are free, or work: who does in one language. Who speaks several stands in each of them. */
export type Tongue = { readonly waiting: number; readonly free: number; readonly working: number };
export type Seen = Crowd & {
  readonly spoken: ReadonlyMap<Language, Tongue>;
  /** What whoever looks asks to be heard in. */
  readonly language: Language;
  readonly recent: Recent;
  readonly opening: Opening;
  readonly now: Instant;
  /** Overflow has started and not ended: what ended it must be clear (OV6). */
  readonly overflowing: boolean;
};
export type Limits = Pick<
  LineSettings,
  'breather' | 'hardCap' | 'hopelessAfter' | 'recallAbove' | 'languages'
>;

/** What a line that knows nothing of itself believes, as so many observations (field study: chats of 40, patience of 10). */
const believed = { conversation: minutes(40), patience: minutes(10), weight: 5 } as const;
/** From so many conversations on, a line knows itself. */
const enough = 30;

/** The lengths of this line, its own as far as it has some (OV2). */
export function lengthsOf({ conversations, talked, leavers, waited }: Recent) {
  const { conversation, patience, weight } = believed;
  return {
    conversation: (weight * conversation + talked) / (weight + conversations),
    // Who was answered only shows a patience that lasted: all waits count, and only leavers end one.
    patience: (weight * patience + waited) / (weight + leavers),
  };
}

/** Between which lengths the wait lies, and what is expected; nobody knows while nobody is on shift. */
export type Wait = { readonly least: Duration; readonly expected: Duration; readonly most: Duration };

/** The wait of somebody with `ahead` before them in the line (OV1, OV3). */
export function waitWith(ahead: number, crowd: Crowd & { recent: Recent }, limits: Limits): Wait | 'unknown' {
  if (ahead < crowd.free) return { least: 0, expected: 0, most: 0 };
  if (crowd.working === 0) return 'unknown';
  const { conversation, patience } = lengthsOf(crowd.recent);
  const rates = {
    servers: crowd.working,
    service: 1 / (conversation + limits.breather),
    patience: 1 / patience,
  };
  const expected = waitBehind(ahead - crowd.free, rates);
  const known = crowd.recent.conversations;
  const doubt = known >= enough ? 1 : 1 + 1 / Math.sqrt(1 + known);
  return { least: expected / doubt, expected, most: expected * doubt };
}

/**
 * Where the line is heading if people go on coming, talking and giving up as they did lately: Erlang-A in the long run, with
 * its own arrivals (those who were let in). Nothing is said of a line that knows too little of itself, or where nobody works.
 */
export function headingOf(
  { recent, working }: Crowd & { recent: Recent },
  limits: Limits,
): Forecast | 'unknown' {
  if (working === 0 || recent.conversations < enough || recent.arrivals < enough) return 'unknown';
  const { conversation, patience } = lengthsOf(recent);
  return erlangA({
    arrivals: recent.arrivals / recentLasts,
    servers: working,
    service: 1 / (conversation + limits.breather),
    patience: 1 / patience,
  });
}

/** The early warning: nothing overflows yet, but in the long run more will wait than the line bears (OV13). */
export function willOverflow(seen: Seen, limits: Limits): boolean {
  if (seen.opening.at !== 'open' || seen.overflowing || overflows(seen, limits)) return false;
  const heading = headingOf(seen, limits);
  return heading !== 'unknown' && heading.meanQueue > limits.recallAbove;
}

const silent: Tongue = { waiting: 0, free: 0, working: 0 };
const tongueOf = ({ spoken, language }: Seen): Tongue => spoken.get(language) ?? silent;

/**
 * How many of those ahead wait for the same volunteers. Of those who ask for another language it may be all of them, or
 * none; it is none of those whom nobody hears, and none of those who are offered to somebody else (LG7).
 */
function competing(ahead: number, seen: Seen): { least: number; most: number } {
  const others = [...seen.spoken].filter(([language]) => language !== seen.language).map(([, one]) => one);
  const waiting = (some: readonly Tongue[]) => some.reduce((sum, one) => sum + one.waiting, 0);
  const unheard = waiting(others.filter(({ working }) => working === 0));
  const elsewhere = waiting(others) + seen.free - tongueOf(seen).free;
  return { least: Math.max(0, ahead - elsewhere), most: Math.max(0, ahead - unheard) };
}

/** The wait in one's own language: as short as if nobody of another were heard before, as long as if all of them were (LG7). */
function waitOf(ahead: number, seen: Seen, limits: Limits): Wait | 'unknown' {
  const { least, most } = competing(ahead, seen);
  const crowd = { ...seen, ...tongueOf(seen) };
  const shortest = waitWith(least, crowd, limits);
  const longest = most === least ? shortest : waitWith(most, crowd, limits);
  if (shortest === 'unknown' || longest === 'unknown') return 'unknown';
  return { least: shortest.least, expected: longest.expected, most: longest.most };
}

const edges = [0, minutes(10), minutes(25), minutes(45), Infinity] as const;

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
/** In minutes. A band is told, never a minute: as wide as what is not known (OV3). */
export type Band = (typeof bands)[number];

const named: Readonly<Record<string, Band>> = {
  '0 1': 'under-10',
  '0 2': 'under-25',
  '0 3': 'under-45',
  '1 2': '10-to-25',
  '1 3': '10-to-45',
  '1 4': 'over-10',
  '2 3': '25-to-45',
  '2 4': 'over-25',
  '3 4': 'over-45',
};

export function bandOfWait(wait: Wait | 'unknown'): Band {
  if (wait === 'unknown') return 'unknown';
  const from = edges.findLastIndex((edge) => edge <= wait.least);
  const until = edges.findIndex((edge) => wait.most < edge);
  return named[`${from} ${until < 0 ? edges.length - 1 : until}`] ?? 'unknown';
}

export type Admission = 'admit' | Turned;
/** Why nobody is let in: in this order, the first that holds is told (OV4). */
export const turnings = ['closed', 'draining', 'full', 'too-close-to-closing', 'hopeless'] as const;
export type Turned = (typeof turnings)[number];

/** While overflow lasts, the limits are a little lower: one who leaves does not open the door to one who comes (OV6). */
const lowered = 0.8;

/** Whether a newcomer is let in (OV4). In doubt they are: nobody is turned away on a guess (OV5). */
export function admission(seen: Seen, limits: Limits): Admission {
  const { opening, inLine, now, overflowing } = seen;
  if (opening.at !== 'open') return opening.at;
  if (competing(inLine, seen).least < tongueOf(seen).free) return 'admit';
  const share = overflowing ? lowered : 1;
  if (inLine >= limits.hardCap * share) return 'full';
  const wait = waitOf(inLine, seen, limits);
  if (wait === 'unknown') return 'admit';
  if (opening.until !== undefined && wait.least > opening.until - now) return 'too-close-to-closing';
  return wait.least > limits.hopelessAfter * share ? 'hopeless' : 'admit';
}

/** `not-spoken`: the line is open, but nobody who hears it speaks what they ask for. */
export type Refused = Turned | 'not-spoken';

/** What a newcomer is answered. In the main language only admission decides: it is what everybody is offered instead (LG4). */
export function answerTo(seen: Seen, limits: Limits): 'admit' | Refused {
  const isMain = seen.language === mainOf(limits.languages);
  const isHeard = limits.languages.includes(seen.language) && tongueOf(seen).working > 0;
  if (seen.opening.at === 'open' && !isMain && !isHeard) return 'not-spoken';
  return admission(seen, limits);
}

/** What a line offers, its main language first, and whether anybody who hears the line speaks it now. */
export const languagesOn = (seen: Seen, { languages }: Limits) =>
  languages.map((tag) => ({ tag, spoken: tongueOf({ ...seen, language: tag }).working > 0 }));

/** What somebody who waits is told: the band, and early, that an answer is unlikely (OV3, OV7). */
export type Outlook = { readonly band: Band; readonly unlikely: boolean };

export function outlookAt(ahead: number, seen: Seen, limits: Limits): Outlook {
  const wait = waitOf(ahead, seen, limits);
  return { band: bandOfWait(wait), unlikely: isUnlikely(wait, seen, limits) };
}

/**
 * The same for somebody who has not come in: others may come before them, so that their band is wide enough for the wait that
 * the line is heading for as well (OV14). A place in the line needs no such thing: whoever comes later stands behind it.
 */
export function outlookOutside(seen: Seen, limits: Limits): Outlook {
  const wait = waitOf(seen.inLine, seen, limits);
  const heading = wait === 'unknown' || wait.most === 0 ? 'unknown' : headingOf(seen, limits);
  const unlikely = isUnlikely(wait, seen, limits);
  if (wait === 'unknown' || heading === 'unknown') return { band: bandOfWait(wait), unlikely };
  return { band: bandOfWait({ ...wait, most: Math.max(wait.most, heading.servedWait) }), unlikely };
}

function isUnlikely(wait: Wait | 'unknown', { opening, now }: Seen, { hopelessAfter }: Limits): boolean {
  if (wait === 'unknown') return opening.at !== 'open';
  if (wait.most === 0) return false;
  const left = opening.at === 'open' ? (opening.until ?? Infinity) - now : Infinity;
  return opening.at === 'closed' || wait.least > Math.min(hopelessAfter, left);
}

/** Overflow: more wait than the line bears, or newcomers are turned away for want of listeners (OV6). */
export function overflows(seen: Seen, limits: Limits): boolean {
  if (seen.opening.at !== 'open') return false;
  const waiting = Math.max(0, seen.inLine - seen.free);
  if (waiting > limits.recallAbove * (seen.overflowing ? lowered : 1)) return true;
  const said = admission(seen, limits);
  return said === 'full' || said === 'hopeless';
}
