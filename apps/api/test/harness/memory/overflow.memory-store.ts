// Recent figures kept in this process for a test.
import { type Instant, type LineId, type Recent } from '@veille/domain';
import { OverflowStore, type Said } from '../../../src/overflow/overflow.store.js';
import { recentStretches, stretchOf } from '../../../src/overflow/stretches.js';

type Noted = { readonly line: LineId; readonly stretch: number; readonly some: Partial<Recent> };

export class OverflowMemoryStore extends OverflowStore {
  readonly #noted: Noted[] = [];
  readonly #said = new Map<string, string>();

  async add(line: LineId, now: Instant, some: Partial<Recent>): Promise<void> {
    this.#noted.push({ line, stretch: stretchOf(now), some });
  }

  async recent(line: LineId, now: Instant): Promise<Recent> {
    const stretches = recentStretches(now);
    const counts = this.#noted.filter((one) => one.line === line && stretches.includes(one.stretch));
    const sum = (figure: keyof Recent) => counts.reduce((all, { some }) => all + (some[figure] ?? 0), 0);
    return {
      arrivals: sum('arrivals'),
      conversations: sum('conversations'),
      talked: sum('talked'),
      leavers: sum('leavers'),
      waited: sum('waited'),
    };
  }

  async say<W extends keyof Said>(line: LineId, what: W, word: Said[W]): Promise<string | undefined> {
    const before = this.#said.get(`${line}/${what}`);
    this.#said.set(`${line}/${what}`, word);
    return before;
  }

  async isOverflowing(line: LineId): Promise<boolean> {
    return this.#said.get(`${line}/overflow`) === 'started';
  }
}
