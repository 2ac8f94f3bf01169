// The port of volunteers' shifts: who is on this line, and in which state.
import type {
  Duration,
  Instant,
  Language,
  LineId,
  Pausing,
  Started,
  Starting,
  Volunteer,
  VolunteerId,
} from '@veille/domain';

/** Who speaks a language: those who are free or offered, and with them those who talk or are in a breather. */
export type Speakers = { readonly free: number; readonly working: number };
/** How many volunteers are in each state, now; who is reserved counts as offered. And who of them speaks what. */
export type VolunteerBoard = Readonly<Record<Exclude<Volunteer['at'], 'reserved'>, number>> & {
  readonly spoken: ReadonlyMap<Language, Speakers>;
};

export abstract class VolunteerStore {
  /** From off to free. */
  abstract startShift(line: LineId, shift: Starting): Promise<Started>;
  /** From a breather or from away. Who is free already keeps their turn. */
  abstract becomeFree(line: LineId, id: VolunteerId, now: Instant): Promise<'free' | 'busy' | 'off'>;
  /** No offers for a while. */
  abstract goAway(line: LineId, id: VolunteerId): Promise<Pausing<'away'> | 'busy' | 'off'>;
  /** The end of the shift: nothing of it is kept. */
  abstract stopShift(line: LineId, id: VolunteerId): Promise<Pausing<'off'> | 'busy'>;
  /** Ends the shift of a volunteer whose tab was away past `grace`, and who is in no conversation. */
  abstract lapse(
    line: LineId,
    id: VolunteerId,
    when: { grace: Duration; now: Instant },
  ): Promise<Pausing<'off'> | 'still-here' | 'busy'>;
  /** `undefined` when off. */
  abstract find(line: LineId, id: VolunteerId): Promise<Volunteer | undefined>;
  /** Who is free, whether their tab is here or not: the longest idle first. */
  abstract free(line: LineId): Promise<VolunteerId[]>;
  abstract board(line: LineId): Promise<VolunteerBoard>;
}
