// Keeps the last words of a log in sight as they come, unless one reads back. Where letters are so large that the log is as
// tall as its words, it is the page that scrolls, and what stands below the log stays where it was.
const NEAR_LINES = 3;

export class Following {
  readonly #box: HTMLElement;
  readonly #page = document.documentElement;
  readonly #over = new AbortController();
  readonly #watch = new ResizeObserver(() => this.#keep());
  #atEnd = true;
  /** How much of the page is below the window. */
  #below = 0;

  constructor(box: HTMLElement) {
    this.#box = box;
    this.#look();
    const { signal } = this.#over;
    for (const scrolled of [box, window])
      scrolled.addEventListener('scroll', () => this.#look(), { signal, passive: true });
    // A keyboard opens, a notice comes, words are added or a line is told to be delivered.
    for (const sized of [box, ...box.children]) this.#watch.observe(sized);
  }

  toEnd(): void {
    const [box, page] = [this.#box, this.#page];
    if (this.#scrolls) box.scrollTop = box.scrollHeight;
    else {
      if (this.#atEnd) page.scrollTop = page.scrollHeight - page.clientHeight - this.#below;
      else box.scrollIntoView({ block: 'end' });
      // What stands below may fill the window: the last words are not pushed out of it, under what stays above.
      page.scrollTop -= Math.max(0, window.innerHeight / 2 - box.getBoundingClientRect().bottom);
    }
    this.#look();
  }

  stop(): void {
    this.#over.abort();
    this.#watch.disconnect();
  }

  get #scrolls(): boolean {
    return this.#box.scrollHeight > this.#box.clientHeight + 1;
  }

  #keep(): void {
    if (this.#atEnd) this.toEnd();
  }

  #look(): void {
    const [box, page] = [this.#box, this.#page];
    const near = NEAR_LINES * parseFloat(getComputedStyle(box).fontSize) * 1.5;
    const hidden = this.#scrolls
      ? box.scrollHeight - box.scrollTop - box.clientHeight
      : box.getBoundingClientRect().bottom - window.innerHeight;
    this.#atEnd = hidden < near;
    this.#below = page.scrollHeight - page.scrollTop - page.clientHeight;
  }
}
