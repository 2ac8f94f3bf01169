// Days and hours as a line's clock on the wall shows them, in its own time zone; the only reader of time zones.
import { type Duration, type Instant, minutes } from './time.js';

/** A day, `yyyy-mm-dd`. */
export type Day = string;
/** A time on a wall clock, `hh:mm`, from `00:00` to `24:00`. */
export type WallTime = string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making one costs more than all its uses. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-CA', {
    ...parts,
    timeZone,
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
  formats.set(timeZone, made);
  return made;
}

function wallAt(timeZone: string, now: Instant): { day: Day; hour: number; asIfUtc: Instant } {
  const parts = formatOf(timeZone).formatToParts(now);
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  const day = `${read('year')}-${read('month')}-${read('day')}`;
  const time = `${read('hour')}:${read('minute')}:${read('second')}`;
  return { day, hour: Number(read('hour')), asIfUtc: Date.parse(`${day}T${time}Z`) };
}

export const dayIn = (timeZone: string, now: Instant): Day => wallAt(timeZone, now).day;
export const timeIn = (timeZone: string, now: Instant): WallTime =>
  new Date(wallAt(timeZone, now).asIfUtc).toISOString().slice(11, 16);
export const hourIn = (timeZone: string, now: Instant): number => wallAt(timeZone, now).hour;

/** Noon is far from every change of the clock. */
const noonOf = (day: Day): Instant => Date.parse(`${day}T12:00:00Z`);
const dayLength = minutes(24 * 60);
export const dayAfter = (day: Day, days = 1): Day =>
  new Date(noonOf(day) + days * dayLength).toISOString().slice(0, 10);
export const daysFrom = (from: Day, until: Day): number => (noonOf(until) - noonOf(from)) / dayLength;
/** 0 is Monday. */
export const weekdayOf = (day: Day): number => (new Date(noonOf(day)).getUTCDay() + 6) % 7;
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(noonOf(text)) && dayAfter(text, 0) === text;

export const isWallTime = (text: string): boolean => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text);
export const minutesOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const aheadOfUtc = (timeZone: string, now: Instant): Duration => {
  const second = now - (now % 1_000);
  return wallAt(timeZone, second).asIfUtc - second;
};

/**
 * When the wall clock shows this time. A time that comes twice, in autumn, is the `first` or the `last` of the two; one that
 * never comes, in spring, is as long after the change as it would have been.
 */
export function instantOf(
  timeZone: string,
  wall: { day: Day; time: WallTime },
  which: 'first' | 'last',
): Instant {
  const asIfUtc = Date.parse(`${wall.day}T00:00:00Z`) + minutes(minutesOf(wall.time));
  const before = asIfUtc - aheadOfUtc(timeZone, asIfUtc - dayLength);
  const after = asIfUtc - aheadOfUtc(timeZone, asIfUtc + dayLength);
  const shows = (instant: Instant) => instant + aheadOfUtc(timeZone, instant) === asIfUtc;
  if (which === 'last' && shows(after)) return after;
  return shows(before) || !shows(after) ? before : after;
}
