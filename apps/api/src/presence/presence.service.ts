// Presence: arriving, answering pings and dropping, and who is here now.
import { Injectable } from '@nestjs/common';
import {
  type CallerId,
  type Duration,
  type Instant,
  isGone,
  isHere,
  leaseOf,
  type LineId,
  type LineSettings,
  type Person,
  type Tab,
  type VolunteerId,
} from '@veille/domain';
import { AssociationService } from '../association/association.service.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { presenceArrived, presenceDropped } from './presence.facts.js';
import { type Arrival, PresenceStore } from './presence.store.js';

export type Rhythm = Pick<LineSettings, 'pingEvery' | 'pingWithin'>;

const SWEPT_AT_ONCE = 100;

@Injectable()
export class PresenceService {
  constructor(
    private readonly store: PresenceStore,
    private readonly associations: AssociationService,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  /** A tab of this person is here; it is the newest from now on. */
  async arrive(line: LineId, person: Person): Promise<Arrival> {
    const arrival = await this.store.appear(line, person, await this.#lease(line, person));
    this.facts.state(presenceArrived, { line, person });
    return arrival;
  }

  /** The tab answered. `not-yours`: a newer one holds the lease. `unknown`: nothing is known of this person any more. */
  async renew(line: LineId, tab: Tab): Promise<'renewed' | 'not-yours' | 'unknown'> {
    const { until } = await this.#lease(line, tab.person);
    return this.store.renew(line, tab, until);
  }

  /** The tab's socket closed, or it stopped answering. An older tab's end is nobody's absence. */
  async drop(line: LineId, { person, tab }: Tab): Promise<void> {
    const at = this.clock.now();
    const dropped = await this.store.drop(line, { person, tab }, at);
    if (dropped === 'dropped') this.facts.state(presenceDropped, { line, person, tab, at });
  }

  /** Put back after a loss without their tab: away since now, until it comes. */
  async isAwaited(line: LineId, person: Person): Promise<void> {
    const at = this.clock.now();
    const known = await this.store.of(line, person);
    if (known && !isHere(known, at)) this.facts.state(presenceDropped, { line, person, tab: known.tab, at });
  }

  async isHere(line: LineId, person: Person): Promise<boolean> {
    return isHere(await this.store.of(line, person), this.clock.now());
  }

  /** Here, or away for less than this long. */
  async wasHereWithin(line: LineId, person: Person, length: Duration): Promise<boolean> {
    return !isGone(await this.store.of(line, person), length, this.clock.now());
  }

  /** The number of the person's newest tab; 0 when none is known. */
  async tabOf(line: LineId, person: Person): Promise<number> {
    return (await this.store.of(line, person))?.tab ?? 0;
  }

  /** Nothing is known of this person any more, unless a tab of theirs has come since. */
  forgetAway(line: LineId, person: Person): Promise<'forgotten' | 'here'> {
    return this.store.forgetAway(line, person, this.clock.now());
  }

  /** The same wherever the tab is: a caller who left never comes back under this name. */
  forget(line: LineId, person: Person): Promise<void> {
    return this.store.forget(line, person);
  }

  /** For the sweeps: who was last seen at or before this instant, the longest gone first, a hundred at a time. */
  callersUnseenSince(line: LineId, instant: Instant): Promise<CallerId[]> {
    return this.store.callersUnseenSince(line, instant, SWEPT_AT_ONCE);
  }

  volunteersUnseenSince(line: LineId, instant: Instant): Promise<VolunteerId[]> {
    return this.store.volunteersUnseenSince(line, instant, SWEPT_AT_ONCE);
  }

  /** How often a tab of this line is asked for a sign of life, and how long it has to give one. */
  async rhythm(line: LineId): Promise<Rhythm> {
    const { pingEvery, pingWithin } = await this.#settings(line);
    return { pingEvery, pingWithin };
  }

  async #lease(line: LineId, { role }: Person) {
    const lease = leaseOf(await this.#settings(line), role);
    const now = this.clock.now();
    return { now, until: now + lease };
  }

  async #settings(line: LineId): Promise<LineSettings> {
    const known = await this.associations.line(line);
    if (known === 'no-such-line') throw new Error('a line that is not there');
    return known.settings;
  }
}
