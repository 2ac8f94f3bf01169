// One caller's visit on one socket: from outside to the line, to a conversation, and out again.
import { Injectable } from '@nestjs/common';
import type { CallerId, Language, LineId } from '@veille/domain';
import { callerAsks } from '@veille/shared';
import type { Socket } from 'socket.io';
import type { Stay } from '../access/ticket.js';
import { reported } from '../platform/log/log.js';
import { openDoor } from '../platform/sockets/door.js';
import { CallerNews } from './caller-news.js';
import { CallerSight } from './caller-sight.js';
import { type Lease, Leases } from './leases.js';
import type { LineThreshold } from './line-threshold.js';
import { Newcomers } from './newcomers.js';
import { StayDoor } from './stay-door.js';

type Visit = {
  readonly line: LineId;
  readonly socket: Socket;
  caller: CallerId | undefined;
  lease: Lease | undefined;
  /** Ends when what was asked before is done. */
  turn: Promise<unknown>;
};

const notNow = { refused: 'not-now' } as const;

/** One thing at a time on one socket: two joins at once are one stay (TL3). */
function inTurn<T>(visit: Visit, act: () => Promise<T>): Promise<T> {
  const mine = visit.turn.then(act);
  visit.turn = mine.catch(() => undefined);
  return mine;
}

@Injectable()
export class CallerVisits {
  constructor(
    private readonly newcomers: Newcomers,
    private readonly stay: StayDoor,
    private readonly news: CallerNews,
    private readonly sight: CallerSight,
    private readonly leases: Leases,
  ) {}

  get threshold(): LineThreshold {
    return this.newcomers.threshold;
  }

  /** Before anything else is asked of them (DO6). */
  knocks(socket: Socket): Promise<void> {
    return this.newcomers.knocks(socket);
  }

  /** With a stay, the caller comes back to it; without, they are outside, and nothing of them is anywhere. */
  begin(socket: Socket, { line, stay }: { line: LineId; stay: Stay | undefined }): void {
    const visit: Visit = { line, socket, caller: stay?.caller, lease: undefined, turn: Promise.resolve() };
    openDoor(socket, callerAsks, {
      'line.join': ({ language }) => inTurn(visit, () => this.#join(visit, language)),
      'line.here': () => inTurn(visit, () => this.#isHere(visit)),
      'line.leave': () => inTurn(visit, () => this.#leave(visit)),
      'presence.here': () => ({}),
      ...this.stay.handlers(line, () => visit.caller),
    });
    if (stay)
      void inTurn(visit, () => this.#arrive(visit, stay)).catch(reported('a caller could not come back'));
    else void this.#opens(visit).catch(reported('a page could not be told of the line'));
  }

  async #join(visit: Visit, asked: Language | undefined) {
    // Asked again, perhaps because the first reply was lost: it is one stay, and the page is told where it stands (LN2).
    if (visit.caller && (await this.threshold.isInside(visit.line, visit.caller))) {
      await this.news.look(visit.line, visit.caller);
      return {};
    }
    const admission = await this.newcomers.admit(visit, asked);
    if (admission !== 'admit') {
      await this.#outside(visit);
      return { refused: admission };
    }
    visit.lease?.end();
    const caller = this.threshold.nameCaller();
    visit.caller = caller;
    // Presence first: an offer is made only for a tab that is here.
    visit.lease = await this.#hold(visit, caller);
    const joined = await this.threshold.join(visit.line, caller, asked);
    if (joined === 'full') return this.#turnBack(visit, joined);
    this.newcomers.isIn(visit, caller);
    await this.news.look(visit.line, caller);
    return {};
  }

  /** Let in by what the line looked like, and not by what it was when they came. */
  async #turnBack(visit: Visit, refused: 'full') {
    visit.lease?.end();
    visit.lease = undefined;
    visit.caller = undefined;
    await this.#outside(visit);
    return { refused };
  }

  async #opens({ socket, line }: Visit): Promise<void> {
    socket.emit('caller.is', { at: 'outside', line: await this.threshold.greet(socket, line) });
  }

  async #outside({ socket, line }: Visit): Promise<void> {
    socket.emit('caller.is', { at: 'outside', line: await this.threshold.show(socket, line) });
  }

  async #isHere({ line, caller }: Visit) {
    if (!caller) return notNow;
    return (await this.threshold.callerIsHere(line, caller)) === 'here' ? {} : notNow;
  }

  async #leave({ line, caller }: Visit) {
    if (!caller) return notNow;
    return (await this.threshold.leave(line, caller)) === 'left' ? {} : notNow;
  }

  async #arrive(visit: Visit, stay: Stay): Promise<void> {
    this.sight.remember(stay);
    visit.lease = await this.#hold(visit, stay.caller);
    this.newcomers.isIn(visit, stay.caller);
    await this.news.look(visit.line, stay.caller);
    // Where to turn, and where the quick exit leads: who comes back was told neither on this page.
    visit.socket.emit('line.status', await this.threshold.show(visit.socket, visit.line));
  }

  #hold(visit: Visit, id: CallerId): Promise<Lease> {
    const { line, socket } = visit;
    const look = () => this.news.look(line, id);
    return this.leases.hold({
      line,
      person: { role: 'caller', id },
      socket,
      look: async () => void (await look()),
      ping: (ping) => this.news.ping(line, id, ping),
      // Their stay is over, and they are told so; or only the lease was lost, and the tab arrives again.
      forgotten: async () => {
        if ((await look()) === 'here') visit.lease = await this.#hold(visit, id);
      },
    });
  }
}
