// Shifts in memory: what the domain says, and nothing else.
import {
  becomeFree,
  type Duration,
  goAway,
  type Language,
  type Instant,
  lapseShift,
  type LineId,
  type Starting,
  startShift,
  stopShift,
  type VolunteerId,
} from '@veille/domain';
import { type Speakers, VolunteerStore } from '../../../src/volunteer/volunteer.store.js';
import type { LiveMemory } from './live-memory.js';

export class VolunteerMemoryStore extends VolunteerStore {
  constructor(private readonly live: LiveMemory) {
    super();
  }

  startShift(line: LineId, shift: Starting) {
    return this.live.apply(line, (live) => startShift(live, shift));
  }

  becomeFree(line: LineId, id: VolunteerId, now: Instant) {
    return this.live.apply(line, (live) => becomeFree(live, id, now));
  }

  goAway(line: LineId, id: VolunteerId) {
    return this.live.apply(line, (live) => goAway(live, id));
  }

  stopShift(line: LineId, id: VolunteerId) {
    return this.live.apply(line, (live) => stopShift(live, id));
  }

  lapse(line: LineId, id: VolunteerId, when: { grace: Duration; now: Instant }) {
    return this.live.apply(line, (live) => lapseShift(live, id, when));
  }

  async find(line: LineId, id: VolunteerId) {
    return this.live.of(line).volunteers.get(id);
  }

  async free(line: LineId) {
    const free = [...this.live.of(line).volunteers.values()].filter((one) => one.at === 'free');
    return free.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  }

  async board(line: LineId) {
    const counts = { free: 0, offered: 0, talking: 0, breather: 0, away: 0 };
    const spoken = new Map<Language, Speakers>();
    for (const { at: is, languages } of this.live.of(line).volunteers.values()) {
      const at = is === 'reserved' ? 'offered' : is;
      counts[at] += 1;
      for (const one of at === 'away' ? [] : languages) {
        const { free, working } = spoken.get(one) ?? { free: 0, working: 0 };
        const isFree = at === 'free' || at === 'offered';
        spoken.set(one, { free: free + (isFree ? 1 : 0), working: working + 1 });
      }
    }
    return { ...counts, spoken };
  }
}
