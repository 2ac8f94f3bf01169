// What lies on the desk of one coordinator. It goes with them as a whole: whatever is still to be answered finds it gone.
import { AssociationDesk } from './association-desk.svelte.js';
import { ClosuresDesk } from './closures-desk.svelte.js';
import { DevicesDesk } from './devices-desk.svelte.js';
import { InvitingDesk } from './inviting-desk.svelte.js';
import { LineDesk } from './line-desk.svelte.js';
import { PartnersDesk } from './partners-desk.svelte.js';
import { ProviderDesk } from './provider-desk.svelte.js';
import { StaffDesk } from './staff-desk.svelte.js';

export class Papers {
  /** Of the line that is shown; another for each. */
  running = $state.raw(new LineDesk(''));
  readonly association = new AssociationDesk();
  readonly closures = new ClosuresDesk();
  readonly devices = new DevicesDesk();
  readonly inviting: InvitingDesk;
  readonly partners = new PartnersDesk();
  /** Shown to those who may choose it: others are refused, and see nothing of it. */
  readonly provider = new ProviderDesk();
  readonly staff = new StaffDesk();

  /** `over`: the session in which they lie here is. */
  constructor(over: () => void) {
    this.inviting = new InvitingDesk(over);
  }

  /** What is written in the form of a line stays while that line is shown. */
  take(line: string): void {
    if (line !== this.running.line) this.running = new LineDesk(line);
  }

  /** Nothing of it is read again. */
  putAway(): void {
    this.closures.close();
    this.partners.close();
  }
}
