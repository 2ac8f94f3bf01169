// What the service holds about this caller: asked again every few seconds while somebody looks, and once more when the stay
// is over, before the line is let go. Nothing is shown that was not answered, or read in this tab, at that moment.
import type { Held, Reply } from '@veille/shared';
import type { Clock } from '../wire/clock.js';

export const LOOK_AGAIN_AFTER = 3_000;
/** What the service is still letting go of when a stay ends is gone within moments. */
const FAREWELL = { tries: 4, between: 500 };

type Plan = {
  readonly ask: () => Promise<Reply<Held>>;
  readonly storage: Storage | undefined;
  readonly clock: Clock;
};

export class HeldSight {
  /** `unanswered`: no line, or an outage. */
  answer = $state.raw<Held | 'asking' | 'unanswered'>('asking');
  /** What this tab keeps, by the names it gives them. */
  inTab = $state.raw<readonly string[]>([]);
  readonly #plan: Plan;
  #stop: (() => void) | undefined;
  #letGo: (() => void) | undefined;
  #isOver = false;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** The stay is over, and its last answer is underway: whatever else is still told comes too late. */
  get isLeaving(): boolean {
    return this.#letGo !== undefined;
  }

  /** Somebody looks, until what is returned is called. */
  look(): () => void {
    void this.#again();
    return () => this.#stop?.();
  }

  /** Asks once more what there is, and only then lets the line go: at once, should somebody begin anew meanwhile. */
  farewell(letGo: () => void): void {
    this.#letGo = letGo;
    this.#isOver = true;
    void this.#lastLook().finally(() => this.#end(letGo));
  }

  beginAnew(): void {
    this.#end(this.#letGo);
    this.#isOver = false;
    this.answer = 'asking';
  }

  #end(letGo: (() => void) | undefined): void {
    if (letGo !== this.#letGo) return;
    this.#letGo = undefined;
    letGo?.();
  }

  async #lastLook(): Promise<void> {
    for (let tries = 0; tries < FAREWELL.tries && this.isLeaving; tries += 1) {
      const reply = await this.#ask();
      if ('refused' in reply || reply.answer.entries.length === 0) return;
      await new Promise<void>((resolve) => void this.#plan.clock.after(FAREWELL.between, resolve));
    }
  }

  async #again(): Promise<void> {
    this.#stop?.();
    this.#readTab();
    if (this.#isOver) return;
    this.#stop = this.#plan.clock.after(LOOK_AGAIN_AFTER, () => void this.#again());
    await this.#ask();
  }

  async #ask(): Promise<Reply<Held>> {
    const reply = await this.#plan.ask();
    if ('answer' in reply) this.answer = reply.answer;
    else if (reply.refused !== 'too-fast') this.answer = 'unanswered';
    this.#readTab();
    return reply;
  }

  #readTab(): void {
    this.inTab = Object.keys(this.#plan.storage ?? {});
  }
}
