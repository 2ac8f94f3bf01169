// Rebuilding in memory: what the domain says, and nothing else.
import {
  type Instant,
  type LineId,
  type LiveLine,
  type Person,
  putBack,
  remainsOver,
  type Remembered,
} from '@veille/domain';
import { type NextEpoch, type Rebuilding, RebuildStore } from '../../../src/rebuild/rebuild.store.js';
import type { LiveMemory } from './live-memory.js';

export class RebuildMemoryStore extends RebuildStore {
  constructor(private readonly live: LiveMemory) {
    super();
  }

  epoch(line: LineId, { name, now, settles }: NextEpoch) {
    return this.live.apply(line, (live) => {
      const epoch = live.epoch.name ? live.epoch : { ...live.epoch, name, began: now, settles };
      const { returned: _marks, ...seen } = epoch;
      return { line: { ...live, epoch }, says: seen };
    });
  }

  async see(line: LineId, person: Person) {
    return seenOf(this.live.of(line), person);
  }

  putBack(line: LineId, memory: Remembered, when: Rebuilding) {
    return this.live.apply(line, (live) => putBack(live, memory, when));
  }

  remainsOver(line: LineId, person: Person, when: Rebuilding & { asOf: Instant }) {
    return this.live.apply(line, (live) => remainsOver(live, person, when));
  }
}

/** They, and whom they talk with. */
function seenOf(line: LiveLine, { role, id }: Person): LiveLine {
  const talk = [...line.conversations.values()].find((one) => one[role] === id);
  const concerned = new Set<string>(talk ? [talk.caller, talk.volunteer] : [id]);
  const isOf = (as: Person['role']) => (one: string) =>
    concerned.has(one) && (talk !== undefined || as === role);
  const [callers, volunteers] = [isOf('caller'), isOf('volunteer')];
  return {
    epoch: { ...line.epoch, returned: only(line.epoch.returned, (one) => concerned.has(one)) },
    callers: only(line.callers, callers),
    volunteers: only(line.volunteers, volunteers),
    offers: new Map(),
    conversations: only(line.conversations, (one) => one === talk?.id),
    callerTabs: only(line.callerTabs, callers),
    volunteerTabs: only(line.volunteerTabs, volunteers),
  };
}

const only = <K, V>(all: ReadonlyMap<K, V>, isMeant: (key: K) => boolean): ReadonlyMap<K, V> =>
  new Map([...all].filter(([key]) => isMeant(key)));
