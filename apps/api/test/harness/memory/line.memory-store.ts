// The line in memory: what the domain says, and nothing else.
import {
  type CallerId,
  type Duration,
  inOrder,
  type Instant,
  join,
  type Language,
  lapse,
  leave,
  type LineId,
  type Newcomer,
  outwait,
  rankOf,
  wake,
} from '@veille/domain';
import { type Lapse, LineStore } from '../../../src/line/line.store.js';
import type { LiveMemory } from './live-memory.js';

export class LineMemoryStore extends LineStore {
  constructor(private readonly live: LiveMemory) {
    super();
  }

  join(line: LineId, caller: Newcomer) {
    return this.live.apply(line, (live) => join(live, caller));
  }

  leave(line: LineId, caller: CallerId) {
    return this.live.apply(line, (live) => leave(live, caller));
  }

  lapse(line: LineId, caller: CallerId, when: Lapse) {
    return this.live.apply(line, (live) => lapse(live, caller, when));
  }

  outwait(line: LineId, caller: CallerId, when: { limit: Duration; now: Instant }) {
    return this.live.apply(line, (live) => outwait(live, caller, when));
  }

  async inLineSince(line: LineId, instant: Instant, most: number) {
    const order = inOrder(this.live.of(line)).filter(({ place }) => place <= instant);
    return order.slice(0, most).map(({ id }) => id);
  }

  async nextInLine(line: LineId, instant: Instant) {
    const next = inOrder(this.live.of(line)).find(({ place }) => place > instant);
    return next && { caller: next.id, place: next.place };
  }

  wake(line: LineId, caller: CallerId) {
    return this.live.apply(line, (live) => wake(live, caller));
  }

  async asleepSince(line: LineId, instant: Instant, most: number) {
    const sleepers = [...this.live.of(line).callers.values()].filter((caller) => caller.at === 'asleep');
    return sleepers
      .filter(({ asleepSince }) => asleepSince <= instant)
      .sort((a, b) => a.asleepSince - b.asleepSince || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(({ id }) => id);
  }

  async find(line: LineId, caller: CallerId) {
    return this.live.of(line).callers.get(caller);
  }

  async rankOf(line: LineId, caller: CallerId) {
    return rankOf(this.live.of(line), caller);
  }

  async inOrder(line: LineId) {
    return inOrder(this.live.of(line)).map(({ id }) => id);
  }

  async waitingIn(line: LineId, languages: readonly Language[]) {
    const waiting = [...this.live.of(line).callers.values()].filter(({ at }) => at === 'waiting');
    const many = (one: Language) => waiting.filter(({ language }) => language === one).length;
    return new Map(languages.map((one) => [one, many(one)]));
  }

  async settles(line: LineId) {
    return this.live.of(line).epoch.settles;
  }

  async length(line: LineId) {
    const order = inOrder(this.live.of(line));
    return { inLine: order.length, offered: this.live.of(line).offers.size, first: order[0]?.place };
  }
}
