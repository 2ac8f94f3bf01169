// One caller's visit on one socket: from outside to the line, to a conversation, and out again.
import { Injectable } from '@nestjs/common';
import type { CallerId, LineId, Person } from '@veille/domain';
import { callerAsks } from '@veille/shared';
import type { Socket } from 'socket.io';
import type { Stay } from '../access/ticket.js';
import { LineService } from '../line/line.service.js';
import { reported } from '../platform/log/log.js';
import { openDoor } from '../platform/sockets/door.js';
import { CallerNews } from './caller-news.js';
import { ConversationDoor } from './conversation-door.js';
import { type Lease, Leases } from './leases.js';

type Visit = {
  readonly line: LineId;
  readonly socket: Socket;
  caller: CallerId | undefined;
  lease: Lease | undefined;
};

const notNow = { refused: 'not-now' } as const;
const personOf = ({ caller: id }: Visit): Person | undefined => id && { role: 'caller', id };

@Injectable()
export class CallerVisits {
  constructor(
    private readonly lines: LineService,
    private readonly conversation: ConversationDoor,
    private readonly news: CallerNews,
    private readonly leases: Leases,
  ) {}

  /** With a stay, the caller comes back to it; without, they are outside, and nothing of them is anywhere. */
  begin(socket: Socket, { line, stay }: { line: LineId; stay: Stay | undefined }): void {
    const visit: Visit = { line, socket, caller: stay?.caller, lease: undefined };
    openDoor(socket, callerAsks, {
      'line.join': () => this.#join(visit),
      'line.leave': () => this.#leave(visit),
      'presence.here': () => ({}),
      ...this.conversation.handlers(line, () => personOf(visit)),
    });
    if (stay) void this.#arrive(visit, stay.caller).catch(reported('a caller could not come back'));
    else socket.emit('caller.is', { at: 'outside', open: true });
  }

  async #join(visit: Visit) {
    if (visit.caller && (await this.lines.find(visit.line, visit.caller))) return notNow;
    visit.lease?.end();
    const caller = this.lines.nameCaller();
    visit.caller = caller;
    // Presence first: an offer is made only for a tab that is here.
    visit.lease = await this.#hold(visit, caller);
    await this.lines.join(visit.line, caller);
    await this.news.welcome(visit.line, caller);
    return {};
  }

  async #leave({ line, caller }: Visit) {
    if (!caller) return notNow;
    return (await this.lines.leave(line, caller)) === 'left' ? {} : notNow;
  }

  async #arrive(visit: Visit, caller: CallerId): Promise<void> {
    visit.lease = await this.#hold(visit, caller);
    await this.news.welcome(visit.line, caller);
  }

  #hold({ line, socket }: Visit, id: CallerId): Promise<Lease> {
    return this.leases.hold({
      line,
      person: { role: 'caller', id },
      socket,
      renewed: () => this.news.renewTicket(line, id),
    });
  }
}
