// Offers in memory: what the domain says, and nothing else.
import {
  acceptOffer,
  type Answer,
  declineOffer,
  expireOffer,
  handOver,
  type HandingOver,
  type Instant,
  type LineId,
  makeOffer,
  type Making,
  type OfferId,
  skipCaller,
  standOffer,
  withdrawOffer,
} from '@veille/domain';
import { OfferStore } from '../../../src/offer/offer.store.js';
import type { LiveMemory } from './live-memory.js';

export class OfferMemoryStore extends OfferStore {
  constructor(private readonly live: LiveMemory) {
    super();
  }

  async make(line: LineId, offer: Making) {
    const said = await this.live.apply(line, (live) => makeOffer(live, offer));
    if (said !== 'offered') return said;
    const made = await this.#made(line, offer.id);
    const caller = this.live.of(line).callers.get(made.caller);
    if (!caller) throw new Error('whom an offer holds is there');
    const { joinedAt, language, since } = caller;
    return { offer: made, caller: { joinedAt, language, since } };
  }

  stand(line: LineId, offer: OfferId, when: { now: Instant; until: Instant }) {
    return this.live.apply(line, (live) => standOffer(live, offer, when));
  }

  skip(line: LineId, offer: OfferId, now: Instant) {
    return this.live.apply(line, (live) => skipCaller(live, offer, now));
  }

  accept(line: LineId, answer: Answer) {
    return this.live.apply(line, (live) => acceptOffer(live, answer));
  }

  decline(line: LineId, answer: Answer, restsUntil: Instant) {
    return this.live.apply(line, (live) => declineOffer(live, answer, restsUntil));
  }

  expire(line: LineId, offer: OfferId, when: { now: Instant; missesBeforeAway: number }) {
    return this.live.apply(line, (live) => expireOffer(live, offer, when));
  }

  withdraw(line: LineId, offer: OfferId) {
    return this.live.apply(line, (live) => withdrawOffer(live, offer));
  }

  async handOver(line: LineId, handing: HandingOver) {
    const said = await this.live.apply(line, (live) => handOver(live, handing));
    return said === 'handed-over' ? this.#made(line, handing.offer) : said;
  }

  async find(line: LineId, offer: OfferId) {
    return this.live.of(line).offers.get(offer);
  }

  async overdue(line: LineId, now: Instant, most: number) {
    const overdue = [...this.live.of(line).offers.values()]
      .filter(({ until }) => until <= now)
      .sort((a, b) => a.until - b.until || (a.id < b.id ? -1 : 1));
    return overdue.slice(0, most).map(({ id }) => id);
  }

  async #made(line: LineId, id: OfferId) {
    const made = await this.find(line, id);
    if (!made) throw new Error('an offer that was made is there');
    return made;
  }
}
