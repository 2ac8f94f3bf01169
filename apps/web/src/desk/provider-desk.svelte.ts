// Choosing the association's provider from the desk. What is refused changes nothing, and the secret is forgotten once sent.
import type { ShownProvider } from '@veille/shared';
import type { Refused } from '../staff/access.js';
import { Errands } from '../staff/errands.svelte.js';
import { signOn } from '../staff/sign-on.js';

const blank = () => ({ issuer: '', clientId: '', clientSecret: '' });

export class ProviderDesk extends Errands {
  shown = $state.raw<ShownProvider>();
  form = $state<ReturnType<typeof blank>>();

  async read(): Promise<void> {
    await this.#take(signOn.provider());
  }

  open(): void {
    this.form = { ...blank(), ...this.shown?.provider };
  }

  close(): void {
    this.form = undefined;
    this.forget();
  }

  async keep(): Promise<void> {
    if (this.form) await this.#take(signOn.choose({ ...this.form }));
  }

  async end(): Promise<void> {
    await this.#take(signOn.end());
  }

  async #take(asked: Promise<ShownProvider | Refused>): Promise<void> {
    const said = await this.ask(asked);
    if (!said) return;
    this.shown = said;
    this.form = undefined;
  }
}
