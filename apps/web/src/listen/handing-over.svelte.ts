// Giving the caller on, as the page asks for it: nothing is asked before a press, and nothing changes before the service says so.
import type { Colleague, listenAsks, listenTells, Refusal, Reply } from '@veille/shared';
import type { Door } from '../wire/door.js';

type Asking = Pick<Door<typeof listenAsks, typeof listenTells>, 'ask'>;

export class HandingOver {
  /** Whether the question is on the screen. */
  open = $state(false);
  busy = $state(false);
  trouble = $state<Refusal>();
  /** Who could take over, as it was when the question was opened. */
  colleagues = $state.raw<Colleague[]>([]);
  readonly #door: Asking;

  constructor(door: Asking) {
    this.#door = door;
  }

  async begin(conversation: string): Promise<void> {
    this.open = true;
    this.trouble = undefined;
    await this.#look(conversation);
  }

  close(): void {
    this.open = false;
    this.colleagues = [];
  }

  /** To whoever is there first. */
  back(conversation: string): Promise<void> {
    return this.#give(conversation, this.#door.ask('conversation.hand-back', { conversation }));
  }

  /** To this one. */
  to(conversation: string, { handle }: Colleague): Promise<void> {
    return this.#give(conversation, this.#door.ask('conversation.hand-over', { conversation, to: handle }));
  }

  async #give(conversation: string, asked: Promise<Reply<unknown>>): Promise<void> {
    this.busy = true;
    const reply = await asked;
    this.busy = false;
    // Out of that conversation already: the state that comes with it says so.
    this.trouble = 'refused' in reply && reply.refused !== 'not-now' ? reply.refused : undefined;
    if (this.trouble === 'too-late') await this.#look(conversation);
  }

  async #look(conversation: string): Promise<void> {
    const reply = await this.#door.ask('conversation.colleagues', { conversation });
    if (this.open) this.colleagues = 'answer' in reply ? reply.answer.colleagues : [];
  }
}
