// The live side in memory: one value per line, changed only by the domain's own rules.
import { emptyLine, type LineId, type LiveLine, type Step } from '@veille/domain';

export class LiveMemory {
  readonly #lines = new Map<LineId, LiveLine>();

  /** As it is now; what happens to one does not happen to the other. */
  copy(): LiveMemory {
    const other = new LiveMemory();
    for (const [id, line] of this.#lines) other.#lines.set(id, line);
    return other;
  }

  of(line: LineId): LiveLine {
    return this.#lines.get(line) ?? emptyLine;
  }

  /** Everything is lost, as when a store without a disk dies. */
  loses(): void {
    this.#lines.clear();
  }

  /** Applies a rule, and gives what it says. */
  async apply<Says>(line: LineId, rule: (line: LiveLine) => Step<Says>): Promise<Says> {
    const { line: next, says } = rule(this.of(line));
    this.#lines.set(line, next);
    return says;
  }
}
