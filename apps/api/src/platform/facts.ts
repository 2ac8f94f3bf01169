// Facts: what happened, told inside this process by who did it to whoever cares. Commands go down by import, facts go up.
import { faultOf, say } from './log/log.js';

type Hearer<T> = (payload: T) => void | Promise<void>;

/** A kind of fact; declared once, beside the noun that states it. It remembers who hears it, in each house. */
export class Fact<T> {
  readonly #hearers = new WeakMap<Facts, Set<Hearer<T>>>();

  hearersIn(facts: Facts): Set<Hearer<T>> {
    const known = this.#hearers.get(facts);
    if (known) return known;
    const none = new Set<Hearer<T>>();
    this.#hearers.set(facts, none);
    return none;
  }
}

export const fact = <T>(): Fact<T> => new Fact<T>();
/** What a kind of fact carries. */
export type Carried<F> = F extends Fact<infer T> ? T : never;

/** How long after a fact those are run for whom nobody waits: by then what it is told to pages has left. In milliseconds. */
const MOMENT = 5;

export class Facts {
  readonly #underWay = new Set<Promise<void>>();

  /** Gives back how to stop hearing. */
  when<T>(kind: Fact<T>, hearer: Hearer<T>): () => void {
    const hearers = kind.hearersIn(this);
    hearers.add(hearer);
    return () => hearers.delete(hearer);
  }

  /** The same, a moment later: nobody waits for what this hearer does, and somebody may for what the others do. */
  afterwards<T>(kind: Fact<T>, hearer: Hearer<T>): () => void {
    return this.when(kind, async (payload) => {
      await passed(MOMENT);
      await hearer(payload);
    });
  }

  /** Returns at once. Every hearer is run; one that fails is logged, and the sweep repairs what it left. */
  state<T>(kind: Fact<T>, payload: T): void {
    for (const hearer of kind.hearersIn(this)) this.#run(hearer, payload);
  }

  /** Resolves when everything that the stated facts set off, and what that set off, has ended; or after `within`. */
  async quiet(within = 10_000): Promise<void> {
    const end = performance.now() + within;
    while (this.#underWay.size > 0 && performance.now() < end)
      await Promise.race([Promise.all(this.#underWay), passed(end - performance.now())]);
  }

  #run<T>(hearer: Hearer<T>, payload: T): void {
    const run = (async () => hearer(payload))()
      .catch((error: unknown) => say('error', 'a hearer of a fact failed', faultOf(error)))
      .finally(() => this.#underWay.delete(run));
    this.#underWay.add(run);
  }
}

const passed = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
