// The networks the door is closed to, or is asked to be: read again every few seconds while the board is shown, for an asking
// stands a quarter of an hour.
import type { ClosureTold, DeskRefused } from '@veille/shared';
import { closuresOverHttp } from './closures-over-http.js';

const AGAIN = 5_000;

export class ClosuresDesk {
  /** `undefined` for whoever may not see them. */
  shown = $state.raw<readonly ClosureTold[]>();
  busy = $state(false);
  refused = $state.raw<DeskRefused>();
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
    this.busy = true;
    this.refused = undefined;
    const said = await closuresOverHttp.decide(deed, closure);
    this.busy = false;
    if ('refused' in said) {
      this.refused = said;
      await this.#read();
    } else this.shown = said.closures;
  }

  async #read(): Promise<void> {
    const said = await closuresOverHttp.read();
    if (!('refused' in said)) this.shown = said.closures;
  }
}
