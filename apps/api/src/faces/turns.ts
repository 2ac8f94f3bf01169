// Turns: what concerns one person is done one thing after the other, so that the last thing told is the last thing true.
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Runs `act` when whatever was asked before for this person is done, well or badly. */
  take<T>(person: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(person) ?? Promise.resolve();
    const mine = before.then(act);
    const done = mine
      .catch(() => undefined)
      .finally(() => {
        if (this.#last.get(person) === done) this.#last.delete(person);
      });
    this.#last.set(person, done);
    return mine;
  }
}
