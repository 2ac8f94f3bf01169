// Several nodes over one live store, and who of two deeds at once goes on: a deed knows neither, it asks the stores it is given.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { LiveStores } from './live-stores.js';

/** Which node does what is being done; which of two, when two are done at once. */
const doer = new AsyncLocalStorage<number>();

export const doneBy = <T>(node: number, deed: () => Promise<T>): Promise<T> => doer.run(node, deed);
const whose = (): number => doer.getStore() ?? 0;

/** Whoever does a deed asks the stores of their own node. */
export const eachItsOwn = (nodes: readonly [LiveStores, LiveStores]): LiveStores =>
  new Proxy(nodes[0], {
    get: (first, name): unknown => Reflect.get(nodes[whose()] ?? first, name),
  });

/** Two at once in one process, one store call at a time; where either could go on, the next choice says who does. */
export class Turns {
  readonly #waiting = new Map<number, () => void>();
  readonly #over = new Set<number>();
  #somethingChanged = () => {};
  /** How often either could have gone on. */
  choices = 0;
  /** How many store calls were made by both. */
  calls = 0;

  constructor(private readonly chosen: readonly number[]) {}

  /** The stores, each call of which waits for its turn. */
  guard(stores: LiveStores): LiveStores {
    return new Proxy(stores, {
      get: (all, name): unknown => this.#guardOne(Reflect.get(all, name)),
    });
  }

  /** Both to their end; what each of them said. */
  async run(both: readonly [() => Promise<unknown>, () => Promise<unknown>]): Promise<unknown[]> {
    const said = both.map((deed, one) =>
      doneBy(one, deed).finally(() => {
        this.#over.add(one);
        this.#somethingChanged();
      }),
    );
    while (this.#over.size < both.length) {
      if (this.#waiting.size + this.#over.size < both.length)
        await new Promise<void>((resolve) => (this.#somethingChanged = resolve));
      else this.#letOneGoOn();
    }
    return Promise.all(said);
  }

  #letOneGoOn(): void {
    const [one = 0, other] = [...this.#waiting.keys()].sort();
    const next = other === undefined ? one : (this.chosen[this.choices++] ?? one);
    const goesOn = this.#waiting.get(next);
    this.#waiting.delete(next);
    this.calls += 1;
    goesOn?.();
  }

  #guardOne(store: unknown): unknown {
    if (typeof store !== 'object' || store === null) return store;
    return new Proxy(store, {
      get: (one, name): unknown => {
        const own: unknown = Reflect.get(one, name);
        if (typeof own !== 'function') return own;
        return async (...given: unknown[]): Promise<unknown> => {
          await new Promise<void>((resolve) => {
            this.#waiting.set(whose(), resolve);
            this.#somethingChanged();
          });
          const said: unknown = Reflect.apply(own, one, given);
          return said;
        };
      },
    });
  }
}

/** Every order in which two can take turns, told by what each choice was; `next` is given what the last one came to. */
export function* allOrders(): Generator<readonly number[], void, number> {
  const untold: number[][] = [[]];
  for (let order = untold.pop(); order; order = untold.pop()) {
    const choices = yield order;
    for (let at = order.length; at < choices; at += 1)
      untold.push([...order, ...Array<number>(at - order.length).fill(0), 1]);
  }
}
