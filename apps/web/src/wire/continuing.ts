// Whether two pages go on with what was begun: each names the continuity it holds, and says whether it has all that was
// said under it. A page that claims a name without its secret is told nothing: what is sealed with it does not open there.
import type { Continuity } from './seals.js';

/** What a page says of itself to another, once and for all: both decide on the same two offers. */
export type Offer = { continues: string; whole: boolean };

/** What is to be told in the log. `empty`: what came before is not there any more. */
export type PageNews =
  'this-page-back' | 'this-page-empty' | 'their-page-back' | 'their-page-empty' | 'both-empty';

/** `anew`: nobody is given anything, and another continuity is agreed on. */
export type Meeting = {
  continuity: Continuity | undefined;
  anew: boolean;
  givesBack: boolean;
  news: PageNews | undefined;
};

/** `kept`: what the tab held when this page was loaded. `resumed`: it was loaded in the middle of the conversation. */
export type Kept = { kept: Continuity | undefined; resumed: boolean; keep: (continuity: Continuity) => void };

export class Continuing {
  readonly #keep: (continuity: Continuity) => void;
  #held: Continuity | undefined;
  #whole: boolean;
  #offered: Continuity | undefined;
  #offer: Offer = { continues: '', whole: false };
  /** Counts the meetings: what a former one agreed on late is not kept. */
  #meetings = 0;

  constructor({ kept, resumed, keep }: Kept) {
    this.#held = kept;
    this.#whole = !resumed;
    this.#keep = keep;
  }

  /** For a page of theirs that was not there before; it stays the same for that page. */
  offerAnew(): void {
    this.#offered = this.#held;
    this.#offer = { continues: this.#held?.name ?? '', whole: this.#whole };
  }

  get offer(): Offer {
    return this.#offer;
  }

  /** Both have heard both offers. `replaced`: another page of theirs was here before. */
  meet(theirs: Offer, replaced: boolean): Meeting {
    this.#meetings += 1;
    const mine = this.#offer;
    const continuity = theirs.continues === mine.continues ? this.#offered : undefined;
    const anew = !continuity || (!mine.whole && !theirs.whole);
    this.#held = continuity;
    if (anew) this.#whole = true;
    const givesBack = !anew && mine.whole && !theirs.whole;
    return { continuity, anew, givesBack, news: anew ? newsOf(mine, theirs, replaced) : undefined };
  }

  /** Kept when it is there, unless it is not wanted any more. */
  async renew(agreeing: Promise<Continuity>): Promise<void> {
    const meeting = this.#meetings;
    const continuity = await agreeing.catch(() => undefined);
    if (!continuity || meeting !== this.#meetings) return;
    this.#held = continuity;
    this.#keep(continuity);
  }

  /** All of the past is here: it could be given back again. */
  complete(): void {
    this.#whole = true;
  }

  close(): void {
    this.#meetings += 1;
    this.#held = undefined;
    this.#offered = undefined;
  }
}

function newsOf(mine: Offer, theirs: Offer, replaced: boolean): PageNews | undefined {
  if (!mine.whole) return theirs.whole ? 'this-page-empty' : 'both-empty';
  return replaced || !theirs.whole ? 'their-page-empty' : undefined;
}
