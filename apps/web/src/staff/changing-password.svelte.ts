// Changing one's own password: the present one is given with the next, and nothing of either stays on the page.
import { nothing } from '@veille/shared';
import { request } from './access.js';
import { Errands } from './errands.svelte.js';

export class ChangingPassword extends Errands {
  isOpen = $state(false);
  isDone = $state(false);

  open(): void {
    this.isOpen = true;
    this.isDone = false;
  }

  close(): void {
    this.isOpen = false;
    this.isDone = false;
    this.forget();
  }

  async change(written: { password: string; next: string }): Promise<void> {
    if (!(await this.ask(request({ path: 'password', body: written, answer: nothing })))) return;
    this.isOpen = false;
    this.isDone = true;
  }
}
