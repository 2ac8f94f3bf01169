// Facts: what happened, told inside this process by who did it to whoever cares. Commands go down by import, facts go up.
import { faultOf, say } from './log/log.js';

/** A kind of fact; declared once, beside the noun that states it. */
export type Fact<T> = { readonly name: string; readonly carries?: T };
export const fact = <T>(name: string): Fact<T> => ({ name });

type Hearer = (payload: never) => void | Promise<void>;

export class Facts {
  readonly #hearers = new Map<string, Hearer[]>();
  readonly #underWay = new Set<Promise<void>>();

  /** Gives back how to stop hearing. */
  when<T>(kind: Fact<T>, hearer: (payload: T) => void | Promise<void>): () => void {
    this.#hearers.set(kind.name, [...(this.#hearers.get(kind.name) ?? []), hearer]);
    return () => {
      const rest = (this.#hearers.get(kind.name) ?? []).filter((one) => one !== hearer);
      this.#hearers.set(kind.name, rest);
    };
  }

  /** Returns at once. Every hearer is run; one that fails is logged, and the sweep repairs what it left. */
  state<T>(kind: Fact<T>, payload: T): void {
    for (const hearer of this.#hearers.get(kind.name) ?? []) this.#run(hearer, payload);
  }

  /** Resolves when everything that the stated facts set off, and what that set off, has ended. */
  async quiet(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.all(this.#underWay);
  }

  #run<T>(hearer: Hearer, payload: T): void {
    const run = (async () => (hearer as (payload: T) => void | Promise<void>)(payload))()
      .catch((error: unknown) => say('error', 'a hearer of a fact failed', faultOf(error)))
      .finally(() => this.#underWay.delete(run));
    this.#underWay.add(run);
  }
}
