// The last words of a conversation that somebody else ended: the text alone, to be read once more, for a while and in this
// page only (decision 0014). Erased, nothing is left of it.
import type { Clock } from '../wire/clock.js';
import type { Line, Talk } from '../wire/talk.svelte.js';

export const READ_FOR = 5 * 60_000;

/** What stood in the box and never left. */
const UNSENT = 'unsent';

export class LastWords {
  lines = $state.raw<Line[]>([]);
  readonly #clock: Clock;
  #until = 0;
  #cancel: (() => void) | undefined;
  #talk: object | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Milliseconds until they erase themselves. */
  get left(): number {
    return Math.max(0, this.#until - this.#clock.now());
  }

  /** What had come and was not opened yet is opened first, then the conversation holds nothing any more. */
  async keep(talk: Pick<Talk, 'lines' | 'finish'>, unsent: string): Promise<void> {
    this.erase();
    this.#talk = talk;
    this.lines = still(talk.lines, unsent);
    this.#until = this.#clock.now() + READ_FOR;
    this.#cancel = this.#clock.after(READ_FOR, () => this.erase());
    await talk.finish((lines) => {
      if (this.#talk === talk) this.lines = still(lines, unsent);
    });
  }

  erase(): void {
    this.#cancel?.();
    this.#talk = undefined;
    this.lines = [];
  }
}

function still(lines: readonly Line[], unsent: string): Line[] {
  const kept = lines.map((line): Line => {
    if (line.by === 'them') return { key: line.key, by: 'them', text: line.text, shown: () => undefined };
    return { ...line };
  });
  if (unsent.trim() !== '') kept.push({ key: UNSENT, by: 'me', text: unsent, progress: 'sending' });
  return kept.some(({ by }) => by !== 'page') ? kept : [];
}
