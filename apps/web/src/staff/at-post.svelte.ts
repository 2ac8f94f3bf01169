// Whether this browser is a listening post's own, and the PIN of who is signed in there. A shared computer: whoever signs out
// leaves nothing on it.
import { newPin, postCode } from '@veille/shared';
import type { PostHere } from '@veille/shared';
import * as v from 'valibot';
import type { Refused } from './access.js';
import { Errands } from './errands.svelte.js';
import { postOverHttp } from './post.js';
import { quietly } from '../wire/ticket.js';

export class AtPost extends Errands {
  /** What the post is called; undefined in any other browser. */
  post = $state<string>();
  /** Whether who is signed in here has a PIN for this browser; undefined where they cannot have one. */
  pin = $state<PostHere['pin']>();

  constructor(post?: string) {
    super();
    this.post = post;
  }

  async look(): Promise<void> {
    const said = await postOverHttp.here();
    if (!('refused' in said)) this.#take(said);
  }

  /** By the code a coordinator reads out at the desk. */
  async become(written: string): Promise<void> {
    const code = v.safeParse(postCode, written);
    if (code.success) await this.#try(postOverHttp.become(code.output));
    else this.refused = 'refused';
  }

  async choosePin(pin: string): Promise<void> {
    await this.#try(postOverHttp.choosePin(pin));
  }

  async forgetPin(): Promise<void> {
    await this.#try(postOverHttp.forgetPin());
  }

  async #try(asked: Promise<PostHere | Refused>): Promise<void> {
    const said = await this.ask(asked);
    if (said) this.#take(said);
  }

  #take({ post, pin }: PostHere): void {
    this.post = post;
    this.pin = pin;
  }
}

export const isPin = (written: string): boolean => v.is(newPin, written);

/** Another document, in place of this one: what the former held is nowhere any more, behind a press of « back » neither. */
export const leaveNoTrace = (): void => {
  quietly(() => window.sessionStorage.clear());
  window.location.replace(window.location.pathname);
};

/** A page that was left is blank before the browser puts it away, and is never shown again as it was. */
export function showNothingLeft(isAtPost: () => boolean): void {
  window.addEventListener('pagehide', () => {
    if (isAtPost()) document.documentElement.hidden = true;
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isAtPost()) window.location.reload();
  });
}
