// What a volunteer may ask in a conversation: what both sides may, and to give the caller on.
import { Injectable } from '@nestjs/common';
import type { LineId, Person, VolunteerId } from '@veille/domain';
import type { ListenAsks } from '@veille/shared';
import { ConversationService } from '../conversation/conversation.service.js';
import type { Handlers } from '../platform/sockets/door.js';
import { ConversationDoor } from './conversation-door.js';

type OfConversations = Extract<keyof ListenAsks, `conversation.${string}`>;

@Injectable()
export class VolunteerConversationDoor {
  constructor(
    private readonly both: ConversationDoor,
    private readonly conversations: ConversationService,
  ) {}

  handlers(line: LineId, volunteer: VolunteerId): Pick<Handlers<ListenAsks>, OfConversations> {
    const person: Person = { role: 'volunteer', id: volunteer };
    return {
      ...this.both.handlers(line, () => person),
      'conversation.hand-back': async ({ conversation: named }) => {
        const conversation = await this.conversations.of(line, person);
        if (conversation?.id !== named) return notNow;
        const said = await this.conversations.handBack(line, conversation, volunteer);
        return said === 'handed-back' ? {} : notNow;
      },
    };
  }
}

const notNow = { refused: 'not-now' } as const;
