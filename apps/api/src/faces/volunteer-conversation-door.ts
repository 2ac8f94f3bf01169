// What a volunteer may ask in a conversation: what both sides may, and to give the caller on.
import { Injectable } from '@nestjs/common';
import type { Conversation, LineId, Person, VolunteerId } from '@veille/domain';
import type { ListenAsks, Refusal, Welcome } from '@veille/shared';
import { ConversationService } from '../conversation/conversation.service.js';
import type { Handlers } from '../platform/sockets/door.js';
import { Colleagues, type Handles } from './colleagues.js';
import { ClosureDoor } from './closure-door.js';
import { ConversationDoor } from './conversation-door.js';

type OfConversations = Extract<keyof ListenAsks, `conversation.${string}` | `network.${string}`>;
type Volunteering = { readonly volunteer: VolunteerId; readonly welcome: Welcome };

@Injectable()
export class VolunteerConversationDoor {
  constructor(
    private readonly both: ConversationDoor,
    private readonly conversations: ConversationService,
    private readonly colleagues: Colleagues,
    private readonly closures: ClosureDoor,
  ) {}

  handlers(
    line: LineId,
    { volunteer, welcome: { posts } }: Volunteering,
  ): Pick<Handlers<ListenAsks>, OfConversations> {
    const person: Person = { role: 'volunteer', id: volunteer };
    const handles: Handles = new Map();
    /** Who is in which conversation is read from the state, never from what the tab says (S1). */
    const own = async <Said>(named: string, act: (own: Conversation) => Promise<Said>) => {
      const conversation = await this.conversations.of(line, person);
      return conversation?.id === named ? act(conversation) : notNow;
    };
    return {
      ...this.both.handlers(line, () => person),
      'network.ask': () => this.closures.ask(line, volunteer),
      'conversation.hand-back': ({ conversation: named }) =>
        own(named, async (talk) => {
          const said = await this.conversations.handBack(line, talk, volunteer);
          return said === 'handed-back' ? {} : notNow;
        }),
      'conversation.colleagues': ({ conversation: named }) =>
        own(named, async (talk) => ({
          colleagues: await this.colleagues.list(line, talk, { handles, posts }),
        })),
      'conversation.hand-over': ({ conversation: named, to }) =>
        own(named, async (talk) => {
          const said = await this.colleagues.give(line, talk, handles.get(to));
          return said === 'given' ? {} : refused(said);
        }),
    };
  }
}

const refused = <Word extends Refusal>(word: Word) => ({ refused: word });
const notNow = refused('not-now');
