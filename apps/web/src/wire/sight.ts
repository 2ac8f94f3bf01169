// Whether this page can be seen. What stands on one that is hidden or minimised is displayed to nobody, and not receipted
// before it can be seen again (D2).
export class Sight {
  #waiting: (() => void)[] = [];
  readonly #over = new AbortController();

  constructor() {
    const { signal } = this.#over;
    const look = () => this.#look();
    document.addEventListener('visibilitychange', look, { signal });
    window.addEventListener('pageshow', look, { signal });
  }

  /** At once, or as soon as the page can be seen again: in the order asked. */
  whenSeen(then: () => void): void {
    this.#waiting.push(then);
    this.#look();
  }

  /** What still waits was seen by nobody, and never happens. */
  close(): void {
    this.#over.abort();
    this.#waiting = [];
  }

  #look(): void {
    if (document.visibilityState !== 'visible') return;
    for (const then of this.#waiting.splice(0)) then();
  }
}
