// What gives a tab its place back: the ticket it comes with, a caller's or a volunteer's. It dies with the tab, and is removed
// as soon as the stay, or the shift, is over. A browser that refuses storage costs the way back after a reload, and nothing else.
export class TicketSlip {
  #ticket: string | undefined;
  readonly #storage: Storage | undefined;

  /** `key`: whose ticket it is; two faces may have been open in one tab. */
  constructor(
    storage: Storage | undefined,
    private readonly key: 'veille' | 'veille-ecoute' = 'veille',
  ) {
    this.#storage = storage;
    this.#ticket = quietly(() => storage?.getItem(key)) ?? undefined;
  }

  get current(): string | undefined {
    return this.#ticket;
  }

  keep(ticket: string): void {
    this.#ticket = ticket;
    quietly(() => this.#storage?.setItem(this.key, ticket));
  }

  /** Out of the tab: only this page still holds it, for a last word. */
  takeOut(): void {
    quietly(() => this.#storage?.removeItem(this.key));
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
