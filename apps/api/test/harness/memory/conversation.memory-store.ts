// Conversations in memory: what the domain says, and nothing else.
import {
  type Conversation,
  type ConversationId,
  type Duration,
  endConversation,
  handBack,
  heardFrom,
  type HandingBack,
  type Instant,
  type LineId,
  loseCaller,
  loseVolunteer,
} from '@veille/domain';
import { ConversationStore } from '../../../src/conversation/conversation.store.js';
import type { LiveMemory } from './live-memory.js';

export class ConversationMemoryStore extends ConversationStore {
  constructor(private readonly live: LiveMemory) {
    super();
  }

  async find(line: LineId, id: ConversationId) {
    return this.live.of(line).conversations.get(id);
  }

  end(line: LineId, { id }: Conversation, breatherUntil: Instant) {
    return this.live.apply(line, (live) => endConversation(live, id, breatherUntil));
  }

  heard(line: LineId, id: ConversationId, at: Instant) {
    return this.live.apply(line, (live) => heardFrom(live, id, at));
  }

  handBack(line: LineId, { id }: Conversation, by: Omit<HandingBack, 'conversation'>) {
    return this.live.apply(line, (live) => handBack(live, { conversation: id, ...by }));
  }

  loseCaller(
    line: LineId,
    { id }: Conversation,
    when: { grace: Duration; now: Instant; breatherUntil: Instant },
  ) {
    return this.live.apply(line, (live) => loseCaller(live, id, when));
  }

  loseVolunteer(line: LineId, { id }: Conversation, when: { grace: Duration; now: Instant }) {
    return this.live.apply(line, (live) => loseVolunteer(live, id, when));
  }
}
