// What calls a volunteer, and how they answer: offers, and the wish to be called when too many wait.
import { Injectable } from '@nestjs/common';
import { type LineId, offerId, type VolunteerId } from '@veille/domain';
import type { ListenAsks } from '@veille/shared';
import type { Socket } from 'socket.io';
import { OfferService } from '../offer/offer.service.js';
import type { Handlers } from '../platform/sockets/door.js';
import { Recalls } from './recalls.js';

type Volunteering = { readonly line: LineId; readonly volunteer: VolunteerId };
type Calls = Extract<keyof ListenAsks, `offer.${string}` | `recall.${string}`>;

@Injectable()
export class CallsDoor {
  constructor(
    private readonly offers: OfferService,
    private readonly recalls: Recalls,
  ) {}

  handlers(socket: Socket, { line, volunteer }: Volunteering): Pick<Handlers<ListenAsks>, Calls> {
    return {
      'offer.accept': async ({ offer }) =>
        answered(await this.offers.accept(line, offerId(offer), volunteer)),
      'offer.decline': async ({ offer }) =>
        answered(await this.offers.decline(line, offerId(offer), volunteer)),
      'recall.wish': async ({ wished }) => {
        await this.recalls.wish(socket, { line, volunteer }, wished);
        return {};
      },
    };
  }
}

const answered = (said: 'accepted' | 'declined' | 'too-late' | 'not-yours') =>
  said === 'too-late' || said === 'not-yours' ? { refused: said } : {};
