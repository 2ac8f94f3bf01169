// Choosing the association's provider from the desk. What is refused changes nothing, and the secret is forgotten once sent.
import type { AccessRefusal, ShownProvider } from '@veille/shared';
import type { Refused } from '../staff/access.js';
import { signOn } from '../staff/sign-on.js';

const blank = () => ({ issuer: '', clientId: '', clientSecret: '' });

export class ProviderDesk {
  shown = $state.raw<ShownProvider>();
  form = $state<ReturnType<typeof blank>>();
  busy = $state(false);
  refused = $state<AccessRefusal>();

  async read(): Promise<void> {
    await this.#ask(signOn.provider());
  }

  open(): void {
    this.form = { ...blank(), ...this.shown?.provider };
  }

  close(): void {
    this.form = undefined;
    this.refused = undefined;
  }

  async keep(): Promise<void> {
    if (this.form) await this.#ask(signOn.choose({ ...this.form }));
  }

  async end(): Promise<void> {
    await this.#ask(signOn.end());
  }

  async #ask(asked: Promise<ShownProvider | Refused>): Promise<void> {
    this.busy = true;
    this.refused = undefined;
    const said = await asked;
    this.busy = false;
    if ('refused' in said) this.refused = said.refused;
    else {
      this.shown = said;
      this.form = undefined;
    }
  }
}
