// Conversations in the live store: a hash each, of two ids and an instant.
import { Inject, Injectable } from '@nestjs/common';
import {
  type Conversation,
  type ConversationId,
  type Duration,
  type HandingBack,
  type Instant,
  type LineId,
} from '@veille/domain';
import { LIVE_REDIS } from '../platform/platform.module.js';
import type { Redis } from '../platform/redis/client.js';
import { liveKeys } from '../platform/redis/keys.js';
import { luaMove, Moves } from '../platform/redis/lua-move.js';
import { conversationIn } from './conversation-record.js';
import { ConversationStore } from './conversation.store.js';

const endConversation = luaMove('conversation/end-conversation.lua', {
  keys: ['conversation', 'caller', 'volunteer'],
  args: ['notAfter', 'id', 'breatherUntil'],
  says: ['ended', 'already-over', 'stale'],
});
const handBack = luaMove('conversation/hand-back.lua', {
  keys: ['conversation', 'caller', 'volunteer', 'queue'],
  args: ['notAfter', 'id', 'tag', 'by', 'breatherUntil', 'restsUntil'],
  says: ['handed-back', 'already-over', 'not-yours', 'stale'],
});
const hearConversation = luaMove('conversation/hear-conversation.lua', {
  keys: ['conversation'],
  args: ['notAfter', 'at'],
  says: ['heard', 'already-over', 'stale'],
});
const loseCaller = luaMove('conversation/lose-caller.lua', {
  keys: ['conversation', 'caller', 'volunteer', 'seen'],
  args: ['notAfter', 'id', 'callerId', 'now', 'grace', 'breatherUntil'],
  says: ['ended', 'still-here', 'already-over', 'stale'],
});
const loseVolunteer = luaMove('conversation/lose-volunteer.lua', {
  keys: ['conversation', 'caller', 'volunteer', 'queue', 'seen'],
  args: ['notAfter', 'id', 'tag', 'callerId', 'volunteerId', 'now', 'grace'],
  says: ['returned', 'still-here', 'already-over', 'stale'],
});

@Injectable()
export class ConversationRedisStore extends ConversationStore {
  constructor(
    private readonly moves: Moves,
    @Inject(LIVE_REDIS) private readonly redis: Redis,
  ) {
    super();
  }

  async find(line: LineId, id: ConversationId): Promise<Conversation | undefined> {
    return conversationIn(id, await this.redis.hgetall(liveKeys(line).conversation(id)));
  }

  async end(line: LineId, conversation: Conversation, breatherUntil: Instant) {
    const args = { id: conversation.id, breatherUntil };
    const { word } = await this.moves.run(endConversation, { keys: keysOf(line, conversation), args });
    return word;
  }

  async handBack(line: LineId, conversation: Conversation, by: Omit<HandingBack, 'conversation'>) {
    const args = { id: conversation.id, tag: liveKeys(line).tag, ...by };
    const { word } = await this.moves.run(handBack, { keys: keysOf(line, conversation), args });
    return word;
  }

  async heard(line: LineId, id: ConversationId, at: Instant) {
    const keys = { conversation: liveKeys(line).conversation(id) };
    const { word, details } = await this.moves.run(hearConversation, { keys, args: { at } });
    return word === 'heard' ? { since: Number(details[0]) } : word;
  }

  async loseCaller(
    line: LineId,
    conversation: Conversation,
    when: { grace: Duration; now: Instant; breatherUntil: Instant },
  ) {
    const keys = { ...keysOf(line, conversation), seen: liveKeys(line).callersSeen };
    const args = { id: conversation.id, callerId: conversation.caller, ...when };
    const { word } = await this.moves.run(loseCaller, { keys, args });
    return word;
  }

  async loseVolunteer(line: LineId, conversation: Conversation, when: { grace: Duration; now: Instant }) {
    const { id, caller, volunteer } = conversation;
    const { tag, volunteersSeen: seen } = liveKeys(line);
    const keys = { ...keysOf(line, conversation), seen };
    const args = { id, tag, callerId: caller, volunteerId: volunteer, ...when };
    const { word } = await this.moves.run(loseVolunteer, { keys, args });
    return word;
  }
}

function keysOf(line: LineId, { id, caller, volunteer }: Conversation) {
  const keys = liveKeys(line);
  return {
    ...keys,
    conversation: keys.conversation(id),
    caller: keys.caller(caller),
    volunteer: keys.volunteer(volunteer),
  };
}
