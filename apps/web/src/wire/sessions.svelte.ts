// Where one is signed in: asked for when it is opened, and said of this page so that its owner knows it among others.
import type { SessionTold } from '@veille/shared';
import { sessionsOverHttp } from './staff.js';

const isPhone = () => window.matchMedia('(pointer: coarse)').matches;

export class Sessions {
  shown = $state.raw<SessionTold[]>();
  refused = $state(false);

  async open(): Promise<void> {
    await this.#take(sessionsOverHttp.here(isPhone() ? 'phone' : 'computer'));
  }

  /** One by its id, or the `others`. */
  async end(session: string): Promise<void> {
    await this.#take(sessionsOverHttp.end(session));
  }

  close(): void {
    this.shown = undefined;
    this.refused = false;
  }

  async #take(asked: ReturnType<typeof sessionsOverHttp.mine>): Promise<void> {
    const said = await asked;
    this.refused = 'refused' in said;
    if (!('refused' in said)) this.shown = said.sessions;
  }
}
