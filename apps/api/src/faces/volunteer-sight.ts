// Where a volunteer is, as their page shows it; times are lengths from now, because two clocks never agree.
import { Injectable } from '@nestjs/common';
import {
  type LineId,
  mainOf,
  type Offer,
  type OfferId,
  type VolunteerId,
  type Waiting,
} from '@veille/domain';
import type { VolunteerIs } from '@veille/shared';
import { LineService } from '../line/line.service.js';
import { OfferService } from '../offer/offer.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Sight } from '../rebuild/rebuild.service.js';
import { PeerSight } from './peer-sight.js';

@Injectable()
export class VolunteerSight {
  constructor(
    private readonly offers: OfferService,
    private readonly lines: LineService,
    private readonly peer: PeerSight,
    private readonly clock: Clock,
  ) {}

  /** `undefined` when the state changed under the reading: whoever changed it tells again. */
  async whereIs(line: LineId, id: VolunteerId, sight: Sight): Promise<VolunteerIs | undefined> {
    const volunteer = sight.line.volunteers.get(id);
    switch (volunteer?.at) {
      case undefined:
        return { at: 'off', languages: [...(await this.lines.settings(line)).languages] };
      case 'free':
      case 'reserved': // Nobody is kept waiting for a caller who may not be there any more (OF10).
        return { at: 'free' };
      case 'offered':
        return this.#offered(line, volunteer.offer);
      case 'talking':
        return this.peer.talking(line, { role: 'volunteer', id }, { id: volunteer.conversation, sight });
      case 'breather':
        return { at: 'breather', left: Math.max(0, volunteer.until - this.clock.now()) };
      case 'away':
        return { at: 'away', why: volunteer.why };
    }
  }

  /** That they are offered this caller. */
  async offered(line: LineId, offer: Offer, caller: Waiting): Promise<VolunteerIs> {
    const { offerStands, languages } = await this.lines.settings(line);
    const now = this.clock.now();
    return {
      at: 'offered',
      offer: offer.id,
      waited: Math.max(0, now - caller.joinedAt),
      stands: Math.max(0, offer.until - now),
      lasts: offerStands,
      language: caller.language === mainOf(languages) ? null : caller.language,
      handedOver: caller.since === 'handed-over',
    };
  }

  async #offered(line: LineId, id: OfferId): Promise<VolunteerIs | undefined> {
    const offer = await this.offers.find(line, id);
    const caller = offer && (await this.lines.find(line, offer.caller));
    return offer?.at === 'standing' && caller ? this.offered(line, offer, caller) : undefined;
  }
}
