// Where a volunteer is, as their page shows it; times are lengths from now, because two clocks never agree.
import { Injectable } from '@nestjs/common';
import { type LineId, mainOf, type Offer, type OfferId, type VolunteerId } from '@veille/domain';
import type { VolunteerIs } from '@veille/shared';
import { LineService } from '../line/line.service.js';
import { OfferService } from '../offer/offer.service.js';
import { Clock } from '../platform/clock/clock.js';
import type { Sight } from '../rebuild/rebuild.service.js';
import { PeerSight } from './peer-sight.js';

/** `made`: an offer that has just been made, and need not be read again where the volunteer still has it. */
type Seen = { readonly sight: Sight; readonly made?: Offer };

@Injectable()
export class VolunteerSight {
  constructor(
    private readonly offers: OfferService,
    private readonly lines: LineService,
    private readonly peer: PeerSight,
    private readonly clock: Clock,
  ) {}

  /** `undefined` when the state changed under the reading: whoever changed it tells again. */
  async whereIs(line: LineId, id: VolunteerId, { sight, made }: Seen): Promise<VolunteerIs | undefined> {
    const volunteer = sight.line.volunteers.get(id);
    switch (volunteer?.at) {
      case undefined:
        return { at: 'off', languages: [...(await this.lines.settings(line)).languages] };
      case 'free':
      case 'reserved': // Nobody is kept waiting for a caller who may not be there any more (OF10).
        return { at: 'free' };
      case 'offered':
        return this.#offered(line, volunteer.offer, made);
      case 'talking':
        return this.peer.talking(line, { role: 'volunteer', id }, { id: volunteer.conversation, sight });
      case 'breather':
        return { at: 'breather', left: Math.max(0, volunteer.until - this.clock.now()) };
      case 'away':
        return { at: 'away', why: volunteer.why };
    }
  }

  async #offered(line: LineId, id: OfferId, made: Offer | undefined): Promise<VolunteerIs | undefined> {
    const offer = made?.id === id ? made : await this.offers.find(line, id);
    const caller = offer && (await this.lines.find(line, offer.caller));
    if (offer?.at !== 'standing' || !caller) return undefined;
    const { offerStands, languages } = await this.lines.settings(line);
    const now = this.clock.now();
    return {
      at: 'offered',
      offer: id,
      waited: Math.max(0, now - caller.joinedAt),
      stands: Math.max(0, offer.until - now),
      lasts: offerStands,
      language: caller.language === mainOf(languages) ? null : caller.language,
      handedOver: caller.since === 'handed-over',
    };
  }
}
