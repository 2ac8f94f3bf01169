// A volunteer's shift: off, free, reserved, offered, talking, breather, away. Only the volunteer makes a volunteer free.
import type { OfferId, PlaceId, VolunteerId } from './ids.js';
import type { Language } from './language.js';
import {
  type LiveLine,
  shiftOf,
  type Step,
  unchanged,
  type Volunteer,
  withEntry,
  without,
} from './live-line.js';
import { isGone, isHere } from './presence.js';
import type { Duration, Instant } from './time.js';

const withVolunteer = (line: LiveLine, volunteer: Volunteer): LiveLine => ({
  ...line,
  volunteers: withEntry(line.volunteers, volunteer.id, volunteer),
});

export const isBusy = (volunteer: Volunteer | undefined): boolean =>
  volunteer?.at === 'offered' || volunteer?.at === 'talking';

export type Starting = {
  readonly id: VolunteerId;
  readonly from: PlaceId;
  readonly languages: ReadonlySet<Language>;
  readonly now: Instant;
};

export type Started = 'free' | 'already-on-shift' | 'not-here';

/** From off to free, where from and in which languages (VO1). Who is on shift already stays as they are. */
export function startShift(line: LiveLine, { now, ...shift }: Starting): Step<Started> {
  if (line.volunteers.has(shift.id)) return unchanged(line, 'already-on-shift');
  if (!isHere(line.volunteerTabs.get(shift.id), now)) return unchanged(line, 'not-here'); // VO9
  return { line: withVolunteer(line, { ...shift, misses: 0, at: 'free', since: now }), says: 'free' };
}

/** From a breather or from away, by the volunteer's own wish (VO2). Who is free already keeps their turn. */
export function becomeFree(line: LiveLine, id: VolunteerId, now: Instant): Step<'free' | 'busy' | 'off'> {
  const volunteer = line.volunteers.get(id);
  if (!volunteer) return unchanged(line, 'off');
  if (isBusy(volunteer)) return unchanged(line, 'busy');
  if (volunteer.at === 'free' || volunteer.at === 'reserved') return unchanged(line, 'free');
  return { line: withVolunteer(line, freed(volunteer, { misses: 0, since: now })), says: 'free' };
}

/** What was being asked for this volunteer is named, so that the caller can be given back. */
export type Pausing<Word extends string> = Word | { readonly of: OfferId };

const pausing = <Word extends string>(volunteer: Volunteer | undefined, word: Word): Pausing<Word> =>
  volunteer?.at === 'reserved' ? { of: volunteer.offer } : word;

/** No offers for a while (VO3). An offer or a conversation is answered or ended first. */
export function goAway(line: LiveLine, id: VolunteerId): Step<Pausing<'away'> | 'busy' | 'off'> {
  const volunteer = line.volunteers.get(id);
  if (!volunteer) return unchanged(line, 'off');
  if (isBusy(volunteer)) return unchanged(line, 'busy');
  const says = pausing(volunteer, 'away');
  return { line: withVolunteer(line, setAway(volunteer, 'paused')), says };
}

/** The end of the shift (VO4): nothing of it is kept. */
export function stopShift(line: LiveLine, id: VolunteerId): Step<Pausing<'off'> | 'busy'> {
  const volunteer = line.volunteers.get(id);
  if (isBusy(volunteer)) return unchanged(line, 'busy');
  return { line: { ...line, volunteers: without(line.volunteers, id) }, says: pausing(volunteer, 'off') };
}

/** The same for a volunteer whose tab was away past the grace; a conversation has its own way to lose one (VO6). */
export function lapseShift(
  line: LiveLine,
  id: VolunteerId,
  { grace, now }: { grace: Duration; now: Instant },
): Step<Pausing<'off'> | 'still-here' | 'busy'> {
  if (!isGone(line.volunteerTabs.get(id), grace, now)) return unchanged(line, 'still-here');
  return stopShift(line, id);
}

export function freed(
  volunteer: Volunteer,
  { misses, since }: { misses: number; since: Instant },
): Volunteer {
  return { ...shiftOf(volunteer), misses, at: 'free', since };
}

export function setAway(volunteer: Volunteer, why: 'paused' | 'missed'): Volunteer {
  return { ...shiftOf(volunteer), misses: 0, at: 'away', why };
}

/** The rest after a conversation: it has an end to show, but nothing happens at it (VO5). */
export function resting(volunteer: Volunteer, until: Instant): Volunteer {
  return { ...shiftOf(volunteer), misses: 0, at: 'breather', until };
}
