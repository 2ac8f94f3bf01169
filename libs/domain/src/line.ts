// The line: the order of waiting callers. First come, first offered; a place is never lost to anything but leaving.
import type { CallerId, OfferId } from './ids.js';
import type { Language } from './language.js';
import { type Caller, type LiveLine, stayOf, type Step, unchanged, withEntry, without } from './live-line.js';
import { isGone } from './presence.js';
import type { Duration, Instant } from './time.js';

/** Everyone in the line, those being offered included, in order. Two places are alike only by a hair; then ids decide. */
export function inOrder(line: LiveLine): Caller[] {
  return [...line.callers.values()]
    .filter((caller) => caller.at !== 'talking')
    .sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
}

/** The place as people count: 1 is next. */
export function rankOf(line: LiveLine, caller: CallerId): number | 'not-in-line' {
  const index = inOrder(line).findIndex(({ id }) => id === caller);
  return index < 0 ? 'not-in-line' : index + 1;
}

export type Newcomer = {
  readonly id: CallerId;
  readonly language: Language;
  readonly now: Instant;
  /** Nobody joins when so many are in the line, and one more for each volunteer who is free (LN8); without it anybody does. */
  readonly most?: number;
};

/** A newcomer stands last (LN1), even if two come in the same millisecond. */
export function join(
  line: LiveLine,
  { id, language, now, most = Infinity }: Newcomer,
): Step<'joined' | 'already-here' | 'full'> {
  if (line.callers.has(id)) return unchanged(line, 'already-here'); // LN2
  const order = inOrder(line);
  const free = [...line.volunteers.values()].filter(({ at }) => at === 'free').length;
  if (order.length >= most + free) return unchanged(line, 'full');
  const last = order.at(-1);
  const place = Math.max(now, (last?.place ?? 0) + 1);
  const waiting: Caller = {
    id,
    place,
    joinedAt: now,
    since: 'joined',
    language,
    resting: new Map(),
    at: 'waiting',
  };
  return { line: { ...line, callers: withEntry(line.callers, id, waiting) }, says: 'joined' };
}

export type Leaving = 'left' | 'not-in-line' | { readonly left: 'offered'; readonly offer: OfferId };

/** Leaves the line for good (LN3). An offer for this caller is named, so that its volunteer can be freed. */
export function leave(line: LiveLine, id: CallerId): Step<Leaving> {
  const caller = line.callers.get(id);
  if (!caller || caller.at === 'talking') return unchanged(line, 'not-in-line');
  const next = { ...line, callers: without(line.callers, id) };
  return { line: next, says: 'offer' in caller ? { left: 'offered', offer: caller.offer } : 'left' };
}

/** The same for a caller whose tab was away, or who slept, past the grace; who came back in time stays (LN4, LN6). */
export function lapse(
  line: LiveLine,
  id: CallerId,
  { grace, now }: { grace: Duration; now: Instant },
): Step<Leaving | 'still-here'> {
  const caller = line.callers.get(id);
  const overslept = caller?.at === 'asleep' && caller.asleepSince + grace <= now;
  if (!overslept && !isGone(line.callerTabs.get(id), grace, now)) return unchanged(line, 'still-here');
  return leave(line, id);
}

/**
 * The same for one who has waited so long that an answer will not come (LN7): only who still waits or sleeps, and never who
 * was given back after somebody had heard them.
 */
export function outwait(
  line: LiveLine,
  id: CallerId,
  { limit, now }: { limit: Duration; now: Instant },
): Step<'left' | 'may-stay' | 'not-in-line'> {
  const caller = line.callers.get(id);
  if (!caller || caller.at === 'talking') return unchanged(line, 'not-in-line');
  const isIdle = caller.at === 'waiting' || caller.at === 'asleep';
  if (!isIdle || caller.since !== 'joined' || caller.joinedAt + limit > now)
    return unchanged(line, 'may-stay');
  return { line: { ...line, callers: without(line.callers, id) }, says: 'left' };
}

/** Any sign of a caller who sleeps wakes them: they wait again, at the place they always had (LN6). */
export function wake(line: LiveLine, id: CallerId): Step<'awake' | 'not-asleep'> {
  const caller = line.callers.get(id);
  if (caller?.at !== 'asleep') return unchanged(line, 'not-asleep');
  return { line: { ...line, callers: withEntry(line.callers, id, waitingAgain(caller)) }, says: 'awake' };
}

/** Who sleeps keeps the place, and is not offered (LN6). */
export function asleep(caller: Caller, asleepSince: Instant): Caller {
  return { ...stayOf(caller), at: 'asleep', asleepSince };
}

/** Back in the line at the place they always had (I6). */
export function waitingAgain(
  caller: Caller,
  changed: Partial<Pick<Caller, 'since' | 'resting'>> = {},
): Caller {
  return { ...stayOf(caller), ...changed, at: 'waiting' };
}
