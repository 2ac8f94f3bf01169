// The port of offers: a lease of one caller for one volunteer. Every method is one guarded change, or none.
import type {
  Accepted,
  Answer,
  HandedOver,
  HandingOver,
  Instant,
  LineId,
  Made,
  Making,
  Offer,
  OfferId,
} from '@veille/domain';

/** The line settles after a loss, is empty, nobody free is here, or nobody who waits here fits any of them. */
export type NoOffer = 'settling' | 'nobody-waiting' | 'nobody-free' | 'nobody-fits';

export abstract class OfferStore {
  /** Holds the first waiting caller who is here for the longest idle volunteer who is here, speaks their language and fits. */
  abstract make(line: LineId, offer: Making): Promise<Made | NoOffer>;
  /** The caller said in time that they are still there. `nobody-there`: the volunteer is not; the offer is to be withdrawn. */
  abstract stand(
    line: LineId,
    offer: OfferId,
    when: { now: Instant; until: Instant },
  ): Promise<'stands' | 'too-late' | 'nobody-there'>;
  /** Puts a caller to sleep who did not, at the same place. Safe to call early, twice, late, or for an offer that never was. */
  abstract skip(
    line: LineId,
    offer: OfferId,
    now: Instant,
  ): Promise<'skipped' | 'still-asked' | 'nothing-to-do'>;
  /** Of any number of answers exactly one is accepted now. The conversation bears the offer's id. */
  abstract accept(line: LineId, answer: Answer): Promise<Accepted | 'too-late' | 'not-yours'>;
  /** The caller is back at the same place, and not brought together with this volunteer until `restsUntil`. */
  abstract decline(
    line: LineId,
    answer: Answer,
    restsUntil: Instant,
  ): Promise<'declined' | 'too-late' | 'not-yours'>;
  /** Puts an unanswered caller back at the same place. Safe to call early, twice, late, or for an offer that never was. */
  abstract expire(
    line: LineId,
    offer: OfferId,
    when: { now: Instant; missesBeforeAway: number },
  ): Promise<'expired' | 'still-stands' | 'nothing-to-do'>;
  /** One of the two is not there any more: the other goes back to where they were. */
  abstract withdraw(line: LineId, offer: OfferId): Promise<'withdrawn' | 'nothing-to-do'>;
  /** Ends the conversation and offers its caller to one colleague, or changes nothing. */
  abstract handOver(line: LineId, handing: HandingOver): Promise<Offer | Exclude<HandedOver, 'handed-over'>>;
  abstract find(line: LineId, offer: OfferId): Promise<Offer | undefined>;
  /** Up to `most` offers, asking or standing, whose time was up at `now`, whatever their alarms did. */
  abstract overdue(line: LineId, now: Instant, most: number): Promise<OfferId[]>;
}
