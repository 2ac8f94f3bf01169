// Changing one's own password: the present one is given with the next, and nothing of either stays on the page.
import { nothing } from '@veille/shared';
import type { AccessRefusal } from '@veille/shared';
import { request } from './access.js';

export class ChangingPassword {
  isOpen = $state(false);
  isDone = $state(false);
  busy = $state(false);
  refused = $state<AccessRefusal>();

  open(): void {
    this.isOpen = true;
    this.isDone = false;
  }

  close(): void {
    this.isOpen = false;
    this.isDone = false;
    this.refused = undefined;
  }

  async change(written: { password: string; next: string }): Promise<void> {
    this.busy = true;
    this.refused = undefined;
    const said = await request({ path: 'password', body: written, answer: nothing });
    this.busy = false;
    if ('refused' in said) return void (this.refused = said.refused);
    this.isOpen = false;
    this.isDone = true;
  }
}
