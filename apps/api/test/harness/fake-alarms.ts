// Alarms that ring when a test's clock says so, or when the test says so: late, twice, or never.
import * as v from 'valibot';
import { type Alarm, Alarms } from '../../src/platform/alarms/alarms.js';

type Ids = Record<string, string | number>;
type Armed = { readonly at: number; readonly ring: () => Promise<unknown> };

export class FakeAlarms extends Alarms {
  /** While true, what is armed never rings: the queue lost it. */
  areLost = false;
  readonly #answers = new Map<string, (data: unknown) => Promise<unknown>>();
  readonly #armed = new Map<string, Armed>();
  readonly #everArmed: Armed[] = [];

  answer<P extends Ids>(kind: Alarm<P>, wakes: (payload: P) => Promise<unknown>): void {
    if (this.#answers.has(kind.name)) throw new Error(`two answers to the alarm ${kind.name}`);
    this.#answers.set(kind.name, async (data) => wakes(v.parse(kind.payload, data)));
  }

  async arm<P extends Ids>(kind: Alarm<P>, payload: P, at: number): Promise<void> {
    const wakes = this.#answers.get(kind.name);
    if (!wakes) throw new Error(`nothing answers the alarm ${kind.name}`);
    const id = `${kind.name}_${kind.id(payload)}`;
    const carried: unknown = JSON.parse(JSON.stringify(payload));
    const armed: Armed = { at, ring: () => wakes(carried) };
    this.#everArmed.push(armed);
    if (!this.areLost && !this.#armed.has(id)) this.#armed.set(id, armed);
  }

  async carrying(ids: readonly string[]): Promise<number[]> {
    const all = [...this.#armed].filter(([name]) => ids.some((id) => name.includes(id)));
    return all.map(([, { at }]) => at);
  }

  async takeBack(ids: readonly string[]): Promise<void> {
    for (const name of this.#armed.keys()) if (ids.some((id) => name.includes(id))) this.#armed.delete(name);
  }

  /** When the next one rings. */
  get next(): number {
    return Math.min(...[...this.#armed.values()].map(({ at }) => at));
  }

  /** How many of this kind are armed. */
  waiting(name: string): number {
    return [...this.#armed.keys()].filter((id) => id.startsWith(`${name}_`)).length;
  }

  /** Rings whatever is due, once. */
  async ringDue(now: number): Promise<void> {
    for (const [id, { at, ring }] of this.#armed) {
      if (at > now) continue;
      this.#armed.delete(id);
      await ring();
    }
  }

  /** Rings everything that was ever armed, due or not, once more, the newest first. */
  async ringAllAgain(): Promise<void> {
    for (const { ring } of [...this.#everArmed].reverse()) await ring();
  }
}
