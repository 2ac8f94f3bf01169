// Who works at this page: signed in, signed out, or come with an invitation. Used by the two doors of the staff.
import { invitationToken, limits } from '@veille/shared';
import type { AccessRefusal, Who } from '@veille/shared';
import * as v from 'valibot';
import { access } from './access.js';
import type { Credentials, Refused } from './access.js';

export type AccountState =
  { at: 'arriving' } | { at: 'out' } | { at: 'invited'; invitation: string } | { at: 'in'; who: Who };

const fragment = /^#invitation=(.*)$/;

/** Takes the invitation out of the address, so that neither the history nor a glance keeps it. */
export function takeInvitation(location: Location, history: History): string | undefined {
  const written = fragment.exec(location.hash)?.[1];
  if (written === undefined) return undefined;
  history.replaceState(null, '', location.pathname);
  return v.is(invitationToken, written) ? written : '';
}

export class Account {
  state = $state<AccountState>({ at: 'arriving' });
  refused = $state<AccessRefusal>();
  busy = $state(false);
  readonly #entered: (who: Who) => void;

  /** `entered` is called each time someone is let in: by a session, an account or an invitation. */
  constructor(entered: (who: Who) => void) {
    this.#entered = entered;
  }

  async arrive(invitation: string | undefined): Promise<void> {
    if (invitation === undefined) this.#recognise(await access.me());
    else this.state = { at: 'invited', invitation };
  }

  /** With the invitation where there is one, else with an account. */
  async enter(credentials: Credentials): Promise<void> {
    const invited = this.state.at === 'invited' ? this.state : undefined;
    const asked = invited
      ? access.accept({ ...credentials, invitation: invited.invitation })
      : access.signIn(credentials);
    await this.#try(asked);
  }

  async signOut(): Promise<void> {
    await access.signOut();
    this.leave();
  }

  /** The service said so, or the person did. */
  leave(): void {
    this.refused = undefined;
    this.state = { at: 'out' };
  }

  async #try(asked: Promise<Who | Refused>): Promise<void> {
    this.busy = true;
    this.refused = undefined;
    const said = await asked;
    this.busy = false;
    if ('refused' in said) this.refused = said.refused;
    else this.#letIn(said);
  }

  #letIn(who: Who): void {
    this.state = { at: 'in', who };
    this.#entered(who);
  }

  /** No session is no fault: it is the sign-in page. */
  #recognise(said: Who | Refused): void {
    if (!('refused' in said)) this.#letIn(said);
    else {
      this.state = { at: 'out' };
      if (said.refused !== 'signed-out') this.refused = said.refused;
    }
  }
}

/** The rules of a new account, each checked as one writes. The service checks them again. */
export const accountRules = {
  pseudonym: (written: string) => {
    const { length } = written.trim();
    return length >= limits.pseudonym.min && length <= limits.pseudonym.max;
  },
  password: (written: string) =>
    written.length >= limits.password.min && written.length <= limits.password.max,
};
