// Rebuilding in memory: what the domain says, and nothing else.
import {
  type Instant,
  type LineId,
  type Person,
  putBack,
  remainsOver,
  remember,
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

  async remember(line: LineId, person: Person, now: Instant) {
    return remember(this.live.of(line), person, now);
  }

  putBack(line: LineId, memory: Remembered, when: Rebuilding) {
    return this.live.apply(line, (live) => putBack(live, memory, when));
  }

  remainsOver(line: LineId, person: Person, when: Rebuilding & { asOf: Instant }) {
    return this.live.apply(line, (live) => remainsOver(live, person, when));
  }
}
