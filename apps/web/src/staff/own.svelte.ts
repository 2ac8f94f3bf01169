// What one person does about their own account at this page. Another for everybody who comes in: nothing of it outlives a visit.
import type { Who } from '@veille/shared';
import { ChangingPassword } from './changing-password.svelte.js';
import { Enrolling } from './enrolling.svelte.js';
import { factor } from './factor.js';
import { OwnFactor } from './own-factor.svelte.js';
import { Proving } from './proving.svelte.js';
import { Sessions } from './sessions.svelte.js';

export class Own {
  /** The second step, and the choice of one for who has none yet. */
  readonly proving: Proving<Who>;
  readonly enrolling: Enrolling;
  readonly password = new ChangingPassword();
  readonly factor = new OwnFactor();
  readonly sessions = new Sessions();

  /** `over`: what was begun stands no more. */
  constructor(ways: { proven: (who: Who) => void; over: () => void }) {
    const { proven, over } = ways;
    this.proving = new Proving({ give: (proof) => factor.prove(proof), given: proven, over });
    this.enrolling = new Enrolling(over);
  }
}
