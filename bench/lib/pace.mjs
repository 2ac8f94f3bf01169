// Something done so many times a second, whatever comes back: what a slow machine misses is done as soon as it can.

export class Pace {
  #began = performance.now();
  #done = 0;

  constructor(perSecond, does) {
    this.perSecond = perSecond;
    this.does = does;
  }

  /** Does what is due by now; gives how often it has been done in all. */
  catchUp() {
    const due = (this.perSecond * (performance.now() - this.#began)) / 1_000;
    for (; this.#done < due; this.#done += 1) this.does();
    return this.#done;
  }
}
