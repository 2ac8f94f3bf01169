// Agreements with partners from the desk: one of one's lines opened by a code, a code brought, and an end. What is refused
// changes nothing.
import type { AgreementsTold, DeskRefused } from '@veille/shared';
import { Errands } from '../staff/errands.svelte.js';
import { agreementsOverHttp } from './agreements-over-http.js';

type CodeMade = { line: string; code: string; validFor: number };

/** What the other side did meanwhile is shown by itself. */
const AGAIN = 5_000;

export class PartnersDesk extends Errands {
  /** `undefined` for whoever runs less than the whole association. */
  shown = $state.raw<AgreementsTold>();
  /** Shown once: it is nowhere else, and gone when it is put away. */
  code = $state.raw<CodeMade>();
  /** The code that was received, while it is written; `undefined` while nobody does. */
  brought = $state<string>();
  /** A line was just accepted. */
  accepted = $state(false);

  #timer: ReturnType<typeof setInterval> | undefined;

  async open(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => void this.#read(), AGAIN);
    await this.#read();
  }

  async propose(line: { id: string; name: string }): Promise<void> {
    this.accepted = false;
    const made = await this.ask(agreementsOverHttp.propose(line.id));
    if (made) this.code = { line: line.name, ...made };
  }

  /** What is listed has one code more since. */
  async putAway(): Promise<void> {
    this.code = undefined;
    await this.#read();
  }

  async takeBack(line: string): Promise<void> {
    await this.#take(agreementsOverHttp.takeBack(line));
  }

  bring(): void {
    this.brought = '';
    this.accepted = false;
    this.forget();
  }

  keepNothing(): void {
    this.brought = undefined;
    this.forget();
  }

  async accept(): Promise<void> {
    if (!(await this.#take(agreementsOverHttp.accept(this.brought ?? '')))) return;
    this.brought = undefined;
    this.accepted = true;
  }

  async end(agreement: string): Promise<void> {
    this.accepted = false;
    await this.#take(agreementsOverHttp.end(agreement));
    if (!this.refused) return;
    await this.#read();
    // The other side was quicker: it is over all the same.
    if (!this.shown?.agreements.some((one) => one.agreement === agreement)) this.forget();
  }

  /** It is read no more. */
  close(): void {
    clearInterval(this.#timer);
  }

  async #read(): Promise<void> {
    const said = await agreementsOverHttp.read();
    if (!('refused' in said)) this.shown = said;
  }

  async #take(asked: Promise<AgreementsTold | DeskRefused>): Promise<boolean> {
    const said = await this.ask(asked);
    if (said) this.shown = said;
    return said !== undefined;
  }
}
