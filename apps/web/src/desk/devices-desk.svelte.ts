// Running the browsers of listening posts from the desk: which there are, one more, and ending one.
import type { AccessRefusal, DevicesTold } from '@veille/shared';
import { Errands } from '../staff/errands.svelte.js';
import { devicesOverHttp } from './devices-over-http.js';

type CodeMade = { code: string; validFor: number };

export class DevicesDesk extends Errands {
  shown = $state.raw<DevicesTold>();
  /** Shown once: it is typed on the browser it is for, within minutes. */
  code = $state.raw<CodeMade>();

  async open(): Promise<void> {
    await this.#take(devicesOverHttp.all());
  }

  async registerHere(post: string): Promise<void> {
    await this.#take(devicesOverHttp.registerHere(post));
  }

  async openCode(post: string): Promise<void> {
    const said = await this.ask(devicesOverHttp.openCode(post));
    if (said) this.code = said;
  }

  /** It was typed: what is listed may have one more. */
  async putAway(): Promise<void> {
    this.code = undefined;
    await this.open();
  }

  async end(device: string): Promise<void> {
    await this.#take(devicesOverHttp.end(device));
  }

  close(): void {
    this.shown = undefined;
    this.code = undefined;
    this.forget();
  }

  async #take(asked: Promise<DevicesTold | { refused: AccessRefusal }>): Promise<void> {
    const said = await this.ask(asked);
    if (said) this.shown = said;
  }
}
