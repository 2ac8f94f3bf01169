// The first screen stands at once, and what is behind it is fetched meanwhile: again and again where the network fails.
import type { Clock } from '../wire/clock.js';

const TRY_AGAIN_AFTER = 2_000;

type ArrivalPlan<Inside> = {
  load: () => Promise<Inside>;
  clock: Pick<Clock, 'after'>;
  onarrived: (inside: Inside) => void;
};

export class Arrival<Inside> {
  inside = $state.raw<Inside>();
  /** It could not be fetched, and is being tried again. */
  isLost = $state(false);
  readonly #plan: ArrivalPlan<Inside>;

  constructor(plan: ArrivalPlan<Inside>) {
    this.#plan = plan;
  }

  async begin(): Promise<void> {
    const { load, clock, onarrived } = this.#plan;
    const inside = await load().catch(() => undefined);
    this.isLost = inside === undefined;
    if (inside === undefined) {
      clock.after(TRY_AGAIN_AFTER, () => void this.begin());
      return;
    }
    this.inside = inside;
    onarrived(inside);
  }
}
