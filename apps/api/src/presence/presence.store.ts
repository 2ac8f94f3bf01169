// The port of presence: which tab of a person is the newest, and until when its lease holds.
import type { CallerId, Instant, LineId, Person, Presence, Tab, VolunteerId } from '@veille/domain';

export type Arrival = { readonly tab: number; readonly as: 'new' | 'back' | 'takes-over' };

export abstract class PresenceStore {
  /** The newest tab holds the lease, whatever was before. `takes-over`: another tab's lease still held. */
  abstract appear(line: LineId, person: Person, lease: { now: Instant; until: Instant }): Promise<Arrival>;
  /** Only the newest tab renews; a lease never gets shorter by it. */
  abstract renew(line: LineId, tab: Tab, until: Instant): Promise<'renewed' | 'not-yours' | 'unknown'>;
  /** Ends the newest tab's lease now; the grace begins. Another tab's word changes nothing. */
  abstract drop(line: LineId, tab: Tab, now: Instant): Promise<'dropped' | 'not-yours'>;
  /** Nothing is known of this person's tab any more, unless one is here, or they are on the line: who came back is not forgotten. */
  abstract forgetAway(line: LineId, person: Person, now: Instant): Promise<'forgotten' | 'here'>;
  /** The same wherever the tab is, for a person who never comes back under this name. Safe to call twice. */
  abstract forget(line: LineId, person: Person): Promise<void>;
  abstract of(line: LineId, person: Person): Promise<Presence | undefined>;
  /** Up to `most` callers whose lease ended at or before `instant`, the longest gone first. */
  abstract callersUnseenSince(line: LineId, instant: Instant, most: number): Promise<CallerId[]>;
  /** The same of volunteers. */
  abstract volunteersUnseenSince(line: LineId, instant: Instant, most: number): Promise<VolunteerId[]>;
}
