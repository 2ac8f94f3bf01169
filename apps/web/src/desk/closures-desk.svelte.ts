// The networks the door is closed to, or is asked to be: read again every few seconds while the board is shown, for an asking
// stands a quarter of an hour.
import type { ClosureTold } from '@veille/shared';
import { Errands } from '../staff/errands.svelte.js';
import { closuresOverHttp } from './closures-over-http.js';

const AGAIN = 5_000;

export class ClosuresDesk extends Errands {
  /** `undefined` for whoever may not see them. */
  shown = $state.raw<readonly ClosureTold[]>();
  #timer: ReturnType<typeof setInterval> | undefined;

  async open(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => void this.#read(), AGAIN);
    await this.#read();
  }

  /** It is read no more. */
  close(): void {
    clearInterval(this.#timer);
  }

  async decide(deed: 'confirm' | 'open', closure: string): Promise<void> {
    const said = await this.ask(closuresOverHttp.decide(deed, closure));
    if (said) this.shown = said.closures;
    else await this.#read();
  }

  async #read(): Promise<void> {
    const said = await closuresOverHttp.read();
    if (!('refused' in said)) this.shown = said.closures;
  }
}
