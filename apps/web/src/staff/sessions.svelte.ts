// Where one is signed in: asked for when it is opened, and said of this page so that its owner knows it among others.
import { type SessionTold, sessionsTold as answer } from '@veille/shared';
import { type Refused, request } from './access.js';

const isPhone = () => window.matchMedia('(pointer: coarse)').matches;

export class Sessions {
  shown = $state.raw<SessionTold[]>();
  refused = $state(false);

  async open(): Promise<void> {
    await this.#take(
      request({ path: 'sessions/here', body: { device: isPhone() ? 'phone' : 'computer' }, answer }),
    );
  }

  /** One by its id, or the `others`. */
  async end(session: string): Promise<void> {
    await this.#take(request({ path: 'sessions/end', body: { session }, answer }));
  }

  close(): void {
    this.shown = undefined;
    this.refused = false;
  }

  async #take(asked: Promise<{ sessions: SessionTold[] } | Refused>): Promise<void> {
    const said = await asked;
    this.refused = 'refused' in said;
    if (!('refused' in said)) this.shown = said.sessions;
  }
}
