// Giving the caller on, as the page asks for it: nothing is asked before a press, and nothing changes before the service says so.
import type { listenAsks, listenTells } from '@veille/shared';
import type { Door } from '../wire/door.js';

type Asking = Pick<Door<typeof listenAsks, typeof listenTells>, 'ask'>;

export class HandingOver {
  /** Whether the question is on the screen. */
  open = $state(false);
  busy = $state(false);
  trouble = $state(false);
  readonly #door: Asking;

  constructor(door: Asking) {
    this.#door = door;
  }

  begin(): void {
    this.open = true;
    this.trouble = false;
  }

  close(): void {
    this.open = false;
  }

  /** To whoever is there first. */
  async back(conversation: string): Promise<void> {
    this.busy = true;
    const reply = await this.#door.ask('conversation.hand-back', { conversation });
    this.busy = false;
    // Out of that conversation already: the state that comes with it says so.
    this.trouble = 'refused' in reply && reply.refused !== 'not-now';
  }
}
