// Presence: the lease a live tab renews. Here, dropped and gone are three different facts.
import type { CallerId, VolunteerId } from './ids.js';
import { type LiveLine, type Presence, type Step, unchanged, withEntry, without } from './live-line.js';
import type { LineSettings } from './settings.js';
import type { Duration, Instant } from './time.js';

export type Person =
  | { readonly role: 'caller'; readonly id: CallerId }
  | { readonly role: 'volunteer'; readonly id: VolunteerId };
export type Tab = { readonly person: Person; readonly tab: number };

/** How long a lease holds after a sign of life of their tab (PR1). */
export const leaseOf = (
  { callerLease, volunteerLease }: Pick<LineSettings, 'callerLease' | 'volunteerLease'>,
  role: Person['role'],
): Duration => (role === 'caller' ? callerLease : volunteerLease);

/** A person is here while their tab's lease holds (PR1). */
export const isHere = (presence: Presence | undefined, now: Instant): boolean =>
  presence !== undefined && presence.until > now;

/** A person is gone when their lease ended and the grace after it has passed (PR2). */
export const isGone = (presence: Presence | undefined, grace: Duration, now: Instant): boolean =>
  presence === undefined || presence.until + grace <= now;

export const presenceOf = (line: LiveLine, person: Person): Presence | undefined =>
  person.role === 'caller' ? line.callerTabs.get(person.id) : line.volunteerTabs.get(person.id);

/** The newest tab holds the lease, whatever was before (PR3). Says the number of this tab. */
export function appear(line: LiveLine, person: Person, until: Instant): Step<number> {
  const tab = (presenceOf(line, person)?.tab ?? 0) + 1;
  return { line: withPresence(line, person, { tab, until }), says: tab };
}

/** Only the newest tab renews, and a lease never gets shorter by it (PR3). */
export function renew(
  line: LiveLine,
  { person, tab }: Tab,
  until: Instant,
): Step<'renewed' | 'not-yours' | 'unknown'> {
  const held = presenceOf(line, person);
  if (!held) return unchanged(line, 'unknown');
  if (held.tab !== tab) return unchanged(line, 'not-yours');
  return { line: withPresence(line, person, { tab, until: Math.max(until, held.until) }), says: 'renewed' };
}

/** The newest tab's socket closed: the lease ends now, the grace begins (PR4). */
export function drop(line: LiveLine, { person, tab }: Tab, now: Instant): Step<'dropped' | 'not-yours'> {
  const held = presenceOf(line, person);
  if (held?.tab !== tab) return unchanged(line, 'not-yours');
  return { line: withPresence(line, person, { tab, until: Math.min(now, held.until) }), says: 'dropped' };
}

/**
 * Nothing is known of this person's tab any more, unless one is here, or they are on the line again: who came back is not
 * forgotten (VO6), and nobody is on the line whose absence nobody would notice (I7).
 */
export function forgetAway(line: LiveLine, person: Person, now: Instant): Step<'forgotten' | 'here'> {
  const onTheLine = person.role === 'caller' ? line.callers.has(person.id) : line.volunteers.has(person.id);
  if (onTheLine || isHere(presenceOf(line, person), now)) return unchanged(line, 'here');
  return { line: forget(line, person), says: 'forgotten' };
}

/** Nothing is known of this person's tab any more, wherever it is. */
export function forget(line: LiveLine, person: Person): LiveLine {
  return person.role === 'caller'
    ? { ...line, callerTabs: without(line.callerTabs, person.id) }
    : { ...line, volunteerTabs: without(line.volunteerTabs, person.id) };
}

export function withPresence(line: LiveLine, person: Person, presence: Presence): LiveLine {
  return person.role === 'caller'
    ? { ...line, callerTabs: withEntry(line.callerTabs, person.id, presence) }
    : { ...line, volunteerTabs: withEntry(line.volunteerTabs, person.id, presence) };
}
