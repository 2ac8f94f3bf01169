// Where a caller is, as their page shows it: a place and an honest wait, a question, or a conversation.
import { Injectable } from '@nestjs/common';
import type { Caller, CallerId, LineId, OfferId } from '@veille/domain';
import type { CallerIs } from '@veille/shared';
import type { Stay } from '../access/ticket.js';
import { LineService } from '../line/line.service.js';
import { OfferService } from '../offer/offer.service.js';
import { OverflowService } from '../overflow/overflow.service.js';
import type { Sight } from '../rebuild/rebuild.service.js';
import { PeerSight } from './peer-sight.js';
import { PlacesTold } from './places-told.js';

@Injectable()
export class CallerSight {
  constructor(
    private readonly lines: LineService,
    private readonly overflow: OverflowService,
    private readonly peer: PeerSight,
    private readonly places: PlacesTold,
    private readonly offers: OfferService,
  ) {}

  /** An offer that stands changes nothing for the caller: they wait, at their place, until somebody has said yes. */
  async whereIs(line: LineId, caller: Caller, sight: Sight): Promise<CallerIs | undefined> {
    const { id, since, language } = caller;
    if (caller.at === 'talking')
      return this.peer.talking(line, { role: 'caller', id }, { id: caller.conversation, sight });
    // After a loss the first who is back is not the first in the line: told again when it has settled (RB7).
    if (sight.isSettling) return undefined;
    const [rank, outlookAt] = await Promise.all([this.lines.rankOf(line, id), this.overflow.outlooks(line)]);
    if (rank === 'not-in-line') return undefined;
    const place = this.places.lowest({ line, caller: id, place: rank });
    if (caller.at === 'asleep') return { at: 'asleep', place };
    if (caller.at === 'asked') return this.#asked(line, place, caller.offer);
    const outlook = outlookAt(place, language);
    this.places.shows({ line, caller: id, place, language }, outlook);
    return { at: 'waiting', place, since, language, ...outlook };
  }

  /** `undefined` when the state changed under the reading: whoever changed it tells again. */
  async #asked(line: LineId, place: number, id: OfferId): Promise<CallerIs | undefined> {
    const left = await this.offers.timeLeft(line, id);
    return left === undefined ? undefined : { at: 'asked', place, left };
  }

  /** The lowest place this tab was told, for its ticket. */
  toldTo(line: LineId, id: CallerId): number | undefined {
    return this.places.of(line, id);
  }

  /** A tab came with this ticket, perhaps from another node: what it was told there holds here. */
  remember({ line, caller, told }: Stay): void {
    if (told !== undefined) this.places.lowest({ line, caller, place: told });
  }
}
