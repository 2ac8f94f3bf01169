// A watcher of a running line: it reads the live store again and again, changes nothing, and remembers every broken invariant.
import { isDeepStrictEqual } from 'node:util';
import { broken, lineId } from '@veille/domain';
import type { Redis } from '../../src/platform/redis/client.js';
import { Held } from './held.js';
import { KeptApart } from './kept-apart.js';
import { readingOf, setsOf } from './read-live.js';

const LOOKS_EVERY = 50;
const line = lineId('principale');

export class Watcher {
  readonly #faults = new Set<string>();
  readonly #apart = new KeptApart();
  readonly #watching: Promise<void>;
  #stopped = false;
  #heldUp = 0;
  /** How often it saw the line. */
  looks = 0;

  /** Over a connection of its own. */
  constructor(private readonly redis: Redis) {
    this.#watching = this.#watch();
  }

  /** What it saw so far that must not be, each once. */
  get faults(): string[] {
    return [...this.#faults];
  }

  /** The longest that somebody who could be heard was not offered, in milliseconds. */
  get longestApart(): number {
    return this.#apart.longest;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#watching;
    this.redis.disconnect();
  }

  async #watch(): Promise<void> {
    while (!this.#stopped) {
      const began = performance.now();
      await new Promise((resolve) => setTimeout(resolve, LOOKS_EVERY).unref());
      const said = await Held.asked(this.redis, line).catch(() => undefined);
      this.#heldUp += Math.max(0, performance.now() - began - LOOKS_EVERY);
      // A store that is out says nothing, and is watched again when it is there.
      if (said === undefined) this.#apart.lostSight();
      else this.#looksAt(said);
    }
  }

  #looksAt(said: unknown): void {
    try {
      const reading = readingOf(line, said);
      this.looks += 1;
      const faults = [...broken(reading.line), ...this.#apart.sees(reading, this.#heldUp)];
      if (!isDeepStrictEqual(reading.sets, setsOf(reading.line)))
        faults.push('I7 the sets are not of the people');
      for (const fault of faults) this.#faults.add(fault);
    } catch (fault) {
      this.#faults.add(String(fault));
    }
  }
}
