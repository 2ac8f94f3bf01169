// What a caller may ask of their stay, wherever it has got to: to speak in their conversation, and what is held about them.
import { Injectable } from '@nestjs/common';
import type { CallerId, LineId } from '@veille/domain';
import { type callerAsks, type conversationAsks } from '@veille/shared';
import type { Handlers } from '../platform/sockets/door.js';
import { TokenBucket } from '../platform/sockets/token-bucket.js';
import { HeldService } from '../privacy/held.service.js';
import { ConversationDoor } from './conversation-door.js';

type Asked = typeof conversationAsks & Pick<typeof callerAsks, 'caller.held'>;
type Who = () => CallerId | undefined;

/** An open panel asks every few seconds; each asking is a walk through the store. */
const looking = { perSecond: 0.5, burst: 5 };

@Injectable()
export class StayDoor {
  constructor(
    private readonly conversation: ConversationDoor,
    private readonly held: HeldService,
  ) {}

  /** `who` is asked at each event: a socket can be another caller's after a leave and a join. */
  handlers(line: LineId, who: Who): Handlers<Asked> {
    const bucket = new TokenBucket(looking);
    const person = () => {
      const id = who();
      return id && ({ role: 'caller', id } as const);
    };
    return {
      ...this.conversation.handlers(line, person),
      'caller.held': () => (bucket.take() ? this.held.about(line, who()) : tooFast),
    };
  }
}

const tooFast = { refused: 'too-fast' } as const;
