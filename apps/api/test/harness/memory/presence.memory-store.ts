// Presence in memory: what the domain says, and nothing else.
import {
  appear,
  drop,
  forget,
  forgetAway,
  type Instant,
  isHere,
  type LineId,
  type Person,
  type Presence,
  presenceOf,
  renew,
  type Tab,
} from '@veille/domain';
import { type Arrival, PresenceStore } from '../../../src/presence/presence.store.js';
import type { LiveMemory } from './live-memory.js';

export class PresenceMemoryStore extends PresenceStore {
  constructor(private readonly live: LiveMemory) {
    super();
  }

  async appear(
    line: LineId,
    person: Person,
    { now, until }: { now: Instant; until: Instant },
  ): Promise<Arrival> {
    const before = presenceOf(this.live.of(line), person);
    const tab = await this.live.apply(line, (live) => appear(live, person, until));
    return { tab, as: before === undefined ? 'new' : isHere(before, now) ? 'takes-over' : 'back' };
  }

  renew(line: LineId, tab: Tab, until: Instant) {
    return this.live.apply(line, (live) => renew(live, tab, until));
  }

  drop(line: LineId, tab: Tab, now: Instant) {
    return this.live.apply(line, (live) => drop(live, tab, now));
  }

  forgetAway(line: LineId, person: Person, now: Instant) {
    return this.live.apply(line, (live) => forgetAway(live, person, now));
  }

  async forget(line: LineId, person: Person): Promise<void> {
    await this.live.apply(line, (live) => ({ line: forget(live, person), says: 'forgotten' }));
  }

  async of(line: LineId, person: Person) {
    return presenceOf(this.live.of(line), person);
  }

  async callersUnseenSince(line: LineId, instant: Instant, most: number) {
    return unseen(this.live.of(line).callerTabs, instant).slice(0, most);
  }

  async volunteersUnseenSince(line: LineId, instant: Instant, most: number) {
    return unseen(this.live.of(line).volunteerTabs, instant).slice(0, most);
  }
}

const unseen = <Id extends string>(tabs: ReadonlyMap<Id, Presence>, instant: Instant): Id[] =>
  [...tabs]
    .filter(([, { until }]) => until <= instant)
    .sort(([one, a], [other, b]) => a.until - b.until || (one < other ? -1 : 1))
    .map(([id]) => id);
