// Who is kept apart on a line that is read again and again: I9 as a question to many readings, pure, with the store's own time.
import { type CallerId, isSettling, keptApart, type Instant, type VolunteerId } from '@veille/domain';
import type { Reading } from './read-live.js';

/** What I9 promises. */
const WITHIN = 1_000;

type Since = { readonly at: Instant; readonly heldUp: number };

export class KeptApart {
  readonly #since = new Map<CallerId | VolunteerId, Since>();
  /** The longest that anybody was, in milliseconds, what held this process up not counted. */
  longest = 0;

  /**
   * Whoever could have met somebody for too long by now, in words. `heldUp`: milliseconds this process could not run, ever; the
   * nodes live in it, and what they could not do meanwhile is the machine's doing.
   */
  sees({ at, line }: Pick<Reading, 'at' | 'line'>, heldUp = 0): string[] {
    const callers = new Set<CallerId | VolunteerId>(line.callers.keys());
    const apart = new Set(isSettling(line, at) ? [] : keptApart(line, at));
    for (const id of this.#since.keys()) if (!apart.has(id)) this.#since.delete(id);
    return [...apart].flatMap((id) => {
      const since = this.#since.get(id) ?? { at, heldUp };
      this.#since.set(id, since);
      const lasts = at - since.at - (heldUp - since.heldUp);
      this.longest = Math.max(this.longest, lasts);
      return lasts > WITHIN
        ? [`I9 a ${callers.has(id) ? 'caller waits' : 'volunteer is free'} who could meet somebody`]
        : [];
    });
  }

  /** What happened since the last reading is not known. */
  lostSight(): void {
    this.#since.clear();
  }
}
