// What both sides of a conversation may ask, answered the same way for both.
import { Injectable } from '@nestjs/common';
import type { LineId, Person } from '@veille/domain';
import type { conversationAsks } from '@veille/shared';
import { ConversationService } from '../conversation/conversation.service.js';
import { SilenceService } from '../conversation/silence.service.js';
import type { Handlers } from '../platform/sockets/door.js';
import { Memories } from './memories.js';
import { Relay } from './relay.js';

type Who = () => Person | undefined;

@Injectable()
export class ConversationDoor {
  constructor(
    private readonly conversations: ConversationService,
    private readonly relay: Relay,
    private readonly silence: SilenceService,
    private readonly memories: Memories,
  ) {}

  /** `who` is asked at each event: a socket can be another person's after a leave and a join. */
  handlers(line: LineId, who: Who): Handlers<typeof conversationAsks> {
    const pass = (event: keyof typeof conversationAsks) => (payload: { conversation: string }) => {
      const person = who();
      return person ? this.relay.pass(line, person, { event, payload }) : notNow;
    };
    return {
      'conversation.hello': pass('conversation.hello'),
      'conversation.say': pass('conversation.say'),
      'conversation.receipt': pass('conversation.receipt'),
      'conversation.typing': pass('conversation.typing'),
      'conversation.here': ({ conversation }) => this.#here(line, who(), conversation),
      'conversation.end': ({ conversation }) => this.#end(line, who(), conversation),
    };
  }

  async #here(line: LineId, person: Person | undefined, named: string) {
    const conversation = person && (await this.conversations.of(line, person));
    if (conversation?.id !== named) return notNow;
    this.silence.hear(line, conversation.id);
    return {};
  }

  async #end(line: LineId, person: Person | undefined, named: string) {
    const conversation = person && (await this.#of(line, person));
    if (!person || conversation?.id !== named) return notNow;
    const said = await this.conversations.end(line, conversation, person.role);
    return said === 'ended' ? {} : notNow;
  }

  /** Who ends what the store lost is put back first: it ends for both, and no ticket brings it back. */
  async #of(line: LineId, person: Person) {
    const known = await this.conversations.of(line, person);
    if (known || (await this.memories.comesBack(line, person)) === 'over') return known;
    return this.conversations.of(line, person);
  }
}

const notNow = { refused: 'not-now' } as const;
