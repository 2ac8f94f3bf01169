// Whoever may enter no more is gone from the lines at once: nobody is kept waiting for a volunteer who does not come back (VO11).
import { Injectable } from '@nestjs/common';
import { type AccountId, type LineId, type Person, volunteerId } from '@veille/domain';
import { shutOut } from '../access/session.facts.js';
import { AssociationService } from '../association/association.service.js';
import { ConversationService } from '../conversation/conversation.service.js';
import { Facts } from '../platform/facts.js';
import { PresenceService } from '../presence/presence.service.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';

@Injectable()
export class ShutOut {
  constructor(
    private readonly associations: AssociationService,
    private readonly presence: PresenceService,
    private readonly volunteers: VolunteerService,
    private readonly conversations: ConversationService,
    facts: Facts,
  ) {
    facts.when(shutOut, ({ account }) => this.#leavesLines(account));
  }

  /** A partner's line, too, even where they talk on after the agreement is over. */
  async #leavesLines(account: AccountId): Promise<void> {
    await Promise.all((await this.associations.lines()).map(({ id }) => this.#leaves(id, account)));
  }

  /** Their tab's lease ends here, whatever node it is on: its socket is closed meanwhile, and a late word of it changes nothing. */
  async #leaves(line: LineId, account: AccountId): Promise<void> {
    const id = volunteerId(account);
    if (!(await this.volunteers.find(line, id))) return;
    const person: Person = { role: 'volunteer', id };
    await this.presence.drop(line, { person, tab: await this.presence.tabOf(line, person) });
    const conversation = await this.conversations.of(line, person);
    if (conversation) await this.conversations.loseVolunteer(line, conversation, 'at-once');
    else await this.volunteers.lapse(line, id, 'at-once');
  }
}
