// The places this node told its waiting tabs, so that a tab is told only what is new, and never that its place grew (I6).
import type { CallerId } from '@veille/domain';

/** Sent again now and then even when nothing moved: the last telling may not have got through. */
const REPEAT_EVERY = 10;

export class PlacesTold {
  readonly #told = new Map<CallerId, { place: number; ticks: number }>();

  /** The place to tell now, or nothing. A caller who was put back at the front moves others back; they are not told so. */
  next(caller: CallerId, place: number): number | undefined {
    const told = this.#told.get(caller);
    if (told && place >= told.place) {
      told.ticks += 1;
      return told.ticks % REPEAT_EVERY === 0 ? told.place : undefined;
    }
    this.#told.set(caller, { place, ticks: 0 });
    return place;
  }

  /** Forgets who is not in the line any more. */
  keepOnly(inLine: ReadonlySet<CallerId>): void {
    for (const caller of this.#told.keys()) if (!inLine.has(caller)) this.#told.delete(caller);
  }
}
