// What gives a caller's tab its place back: the ticket it comes with. It dies with the tab, and is removed as soon as the
// stay is over. A browser that refuses storage costs the way back after a reload, and nothing else.
const KEY = 'veille';

export class TicketSlip {
  #ticket: string | undefined;
  readonly #storage: Storage | undefined;

  constructor(storage: Storage | undefined) {
    this.#storage = storage;
    this.#ticket = quietly(() => storage?.getItem(KEY)) ?? undefined;
  }

  get current(): string | undefined {
    return this.#ticket;
  }

  keep(ticket: string): void {
    this.#ticket = ticket;
    quietly(() => this.#storage?.setItem(KEY, ticket));
  }

  /** Out of the tab: only this page still holds it, for a last word. */
  takeOut(): void {
    quietly(() => this.#storage?.removeItem(KEY));
  }

  remove(): void {
    this.#ticket = undefined;
    this.takeOut();
  }
}

/** The tab's own storage, where the browser grants it. */
export const tabStorage = () => quietly(() => window.sessionStorage);

export function quietly<T>(touch: () => T): T | undefined {
  try {
    return touch();
  } catch {
    return undefined;
  }
}
