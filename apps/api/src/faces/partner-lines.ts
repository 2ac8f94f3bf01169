// Partners' volunteers on a line: as long as an agreement stands they are there like any other; when it is over they leave it, and
// nobody is left waiting for them: who talks finishes in peace (AG4).
import { Injectable } from '@nestjs/common';
import {
  type AccountId,
  accountId,
  type Line,
  type LineId,
  partnerPlace,
  type PlaceId,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import type { Session } from '../access/access.service.js';
import { standingChanged } from '../access/session.facts.js';
import { AgreementService } from '../association/agreement.service.js';
import { callerHandedOver, conversationEnded } from '../conversation/conversation.facts.js';
import { OfferService } from '../offer/offer.service.js';
import { Facts } from '../platform/facts.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { Memories } from './memories.js';

/** As often as a line that is full of callers may propose another one while the last is taken back. */
const TRIES = 20;

@Injectable()
export class PartnerLines {
  constructor(
    private readonly agreements: AgreementService,
    private readonly volunteers: VolunteerService,
    private readonly offers: OfferService,
    private readonly memories: Memories,
    facts: Facts,
  ) {
    // Whoever talked on after the end of an agreement leaves once that is over, on whatever node their page is.
    const lookAgain = ({ volunteer, from }: { volunteer: VolunteerId; from: PlaceId }) => {
      if (from === partnerPlace) facts.state(standingChanged, { account: accountId(volunteer) });
    };
    facts.when(conversationEnded, lookAgain);
    facts.when(callerHandedOver, lookAgain);
  }

  /** `left`: nothing allows them there any more, and they are off. `not-known`: the store was lost, and they may come back yet. */
  async look(
    { account, association }: Pick<Session, 'account' | 'association'>,
    line: Line,
  ): Promise<'stays' | 'left' | 'not-known'> {
    return (await this.agreements.mayServe(association, line)) ? 'stays' : this.#leaves(line.id, account);
  }

  async #leaves(line: LineId, account: AccountId): Promise<'stays' | 'left' | 'not-known'> {
    const id = volunteerId(account);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const shift = await this.volunteers.find(line, id);
      if (shift?.at === 'talking') return 'stays';
      // Danger: whoever talks is in no store until they are put back, and would be cut off (RB1).
      if (!shift && (await this.memories.isAwaited(line, { role: 'volunteer', id }))) return 'not-known';
      // Its caller waits where they waited, and nobody is blamed (OF9).
      if (shift?.at === 'offered') await this.offers.withdraw(line, shift.offer);
      if ((await this.volunteers.stopShift(line, id)) === 'off') return 'left';
    }
    return 'stays';
  }
}
