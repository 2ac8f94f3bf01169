// Inviting somebody from the desk: a link for one person.
import type { AccessRefusal, Role } from '@veille/shared';
import { access } from '../staff/access.js';

/** One's own association and post, unless others are named. */
export type Inviting = { role: Role; post?: string; association?: string };
/** `to`: the name of the association, where it is not one's own. */
export type Invitation = { role: Role; link: string; validFor: number; to?: string };

export class InvitingDesk {
  /** Shown once: it is nowhere else, and gone when it is put away. */
  made = $state.raw<Invitation>();
  refused = $state<AccessRefusal>();
  readonly #over: () => void;

  constructor(over: () => void) {
    this.#over = over;
  }

  async invite(inviting: Inviting, to?: string): Promise<void> {
    this.refused = undefined;
    const said = await access.invite(inviting);
    if (!('refused' in said)) this.made = { role: inviting.role, ...said, ...(to !== undefined && { to }) };
    else if (said.refused === 'signed-out') this.#over();
    else this.refused = said.refused;
  }

  putAway(): void {
    this.made = undefined;
  }
}
