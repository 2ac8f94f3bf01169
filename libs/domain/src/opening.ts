// Opening: from when to when a line hears people, by its own clock on the wall; and what a coordinator decided instead.
import {
  dayAfter,
  type Day,
  dayIn,
  instantOf,
  isDay,
  isWallTime,
  minutesOf,
  type WallTime,
  weekdayOf,
} from './local-time.js';
import { hours, type Instant } from './time.js';

/** From one time to another; to one that is not later: into the next day. */
export type Span = { readonly from: WallTime; readonly until: WallTime };

export type OpeningHours = {
  /** Seven days, Monday first. A span belongs to the day it begins on. */
  readonly weekly: readonly (readonly Span[])[];
  /** Days on which nothing begins. */
  readonly closedOn: readonly Day[];
  /** Days with hours of their own, whatever else is said of them. */
  readonly exceptions: readonly { readonly day: Day; readonly spans: readonly Span[] }[];
};

export const lineModes = ['by-hours', 'open-now', 'closed-now', 'draining'] as const;
/** `draining`: nobody new is let in, everything underway goes on. */
export type LineMode = (typeof lineModes)[number];

/** No `until`: nobody knows. */
export type Opening =
  { readonly at: 'open' | 'closed'; readonly until: Instant | undefined } | { readonly at: 'draining' };

export type Schedule = { readonly timeZone: string; readonly mode: LineMode; readonly hours: OpeningHours };

/** A coordinator's decision goes before the hours (OP4). */
export function openingAt({ timeZone, mode, hours: weekly }: Schedule, now: Instant): Opening {
  switch (mode) {
    case 'open-now':
      return { at: 'open', until: undefined };
    case 'closed-now':
      return { at: 'closed', until: undefined };
    case 'draining':
      return { at: 'draining' };
    case 'by-hours':
      return byHours({ timeZone, hours: weekly }, now);
  }
}

/** A line that is open only if someone is there is closed while nobody is, and nobody knows until when (OP5). */
export const openOnlyIf = (isSomeoneThere: boolean, opening: Opening): Opening =>
  opening.at === 'open' && !isSomeoneThere ? { at: 'closed', until: undefined } : opening;

/** The spans that begin on this day: its own, none on a closed day, else those of the week (OP3). */
export function spansOn({ weekly, closedOn, exceptions }: OpeningHours, day: Day): readonly Span[] {
  const own = exceptions.find((exception) => exception.day === day);
  if (own) return own.spans;
  return closedOn.includes(day) ? [] : (weekly[weekdayOf(day)] ?? []);
}

/** What is open longer than this has no end one could tell. */
const endless = hours(8 * 24);
const lookAhead = 366;

/** Open or closed, until the hours say otherwise; spans that touch are one (OP1, OP2). */
function byHours(line: Pick<Schedule, 'timeZone' | 'hours'>, now: Instant): Opening {
  let until: Instant | undefined;
  for (const span of spansFrom(line, now)) {
    if (until === undefined && span.from > now) return { at: 'closed', until: span.from };
    if (until !== undefined && span.from > until) break;
    until = Math.max(until ?? 0, span.until);
    if (until - now > endless) return { at: 'open', until: undefined };
  }
  return until === undefined ? { at: 'closed', until } : { at: 'open', until };
}

/** In order, without those that are over; yesterday may reach into today. */
function* spansFrom(
  { timeZone, hours: opening }: Pick<Schedule, 'timeZone' | 'hours'>,
  now: Instant,
): Iterable<{ from: Instant; until: Instant }> {
  const first = dayAfter(dayIn(timeZone, now), -1);
  for (let days = 0; days < lookAhead; days += 1) {
    const day = dayAfter(first, days);
    for (const { from, until } of inOrder(spansOn(opening, day))) {
      const lastDay = minutesOf(until) <= minutesOf(from) ? dayAfter(day) : day;
      const end = instantOf(timeZone, { day: lastDay, time: until }, 'last');
      if (end > now) yield { from: instantOf(timeZone, { day, time: from }, 'first'), until: end };
    }
  }
}

const inOrder = (spans: readonly Span[]) =>
  [...spans].sort((one, other) => minutesOf(one.from) - minutesOf(other.from));

export type HoursFault =
  'not-seven-days' | 'not-a-day' | 'day-twice' | 'not-a-time' | 'overlapping' | 'never-opens';

/** The first thing about these hours that cannot be, seen on the day `today` of their line, if there is one (ST3). */
export function faultInHours(
  { weekly, closedOn, exceptions }: OpeningHours,
  today: Day,
): HoursFault | undefined {
  if (weekly.length !== 7) return 'not-seven-days';
  const days = [...closedOn, ...exceptions.map(({ day }) => day)];
  if (!days.every(isDay)) return 'not-a-day';
  if (new Set(exceptions.map(({ day }) => day)).size < exceptions.length) return 'day-twice';
  const each = [...weekly, ...exceptions.map(({ spans }) => spans)];
  if (!each.flat().every(({ from, until }) => isWallTime(from) && from !== '24:00' && isWallTime(until)))
    return 'not-a-time';
  if (each.some(overlap)) return 'overlapping';
  const toCome = exceptions.filter(({ day }) => day >= today).map(({ spans }) => spans);
  return [...weekly, ...toCome].flat().length === 0 ? 'never-opens' : undefined;
}

function overlap(spans: readonly Span[]): boolean {
  const ordered = inOrder(spans).map(({ from, until }) => {
    const [begins, ends] = [minutesOf(from), minutesOf(until)];
    return { begins, ends: ends <= begins ? ends + 24 * 60 : ends };
  });
  return ordered.some(({ begins }, at) => begins < (ordered[at - 1]?.ends ?? 0));
}
