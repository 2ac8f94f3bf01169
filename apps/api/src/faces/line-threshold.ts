// The threshold of a line: who steps over it, in and out, and what every caller's page on this node is told of it.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { CallerId, Language, LineId, LineSettings, Refused } from '@veille/domain';
import type { LineStatus } from '@veille/shared';
import type { Socket } from 'socket.io';
import { LineService } from '../line/line.service.js';
import { OfferService } from '../offer/offer.service.js';
import { OverflowService } from '../overflow/overflow.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { toldOf } from './line-told.js';
import { Memories } from './memories.js';
import { PlacesTold } from './places-told.js';

type Shown = { readonly line: LineId; last: string };
/** What was read a moment ago, of a line with these settings. */
type Known = { readonly at: number; readonly settings: LineSettings; readonly told: LineStatus };

const EVERY = 1_000;
const AGAIN = 100;
/** A crowd that opens the page is told what the first of them were told; a change reaches them all within the second. */
const KNOWN_FOR = 250;

@Injectable()
export class LineThreshold implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #pages = new Map<Socket, Shown>();
  readonly #readings = new Map<LineId, Promise<LineStatus>>();
  readonly #known = new Map<LineId, Known>();
  #duty: Duty | undefined;

  constructor(
    private readonly overflow: OverflowService,
    private readonly lines: LineService,
    private readonly offers: OfferService,
    private readonly places: PlacesTold,
    private readonly memories: Memories,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.refresh());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  /** What the page is told now; from here on it is told every change, as long as it is open. */
  show(socket: Socket, line: LineId): Promise<LineStatus> {
    return this.#show(socket, line, () => this.#status(line));
  }

  /** The same for a page that has just opened. */
  greet(socket: Socket, line: LineId): Promise<LineStatus> {
    return this.#show(socket, line, async () => {
      const settings = await this.lines.settings(line);
      const known = this.#known.get(line);
      const isNew = known?.settings === settings && performance.now() - known.at < KNOWN_FOR;
      return isNew ? known.told : this.#status(line);
    });
  }

  async #show(socket: Socket, line: LineId, read: () => Promise<LineStatus>): Promise<LineStatus> {
    if (!this.#pages.has(socket)) socket.once('disconnect', () => this.#pages.delete(socket));
    const shown: Shown = { line, last: '' };
    if (socket.connected) this.#pages.set(socket, shown);
    const told = await read();
    shown.last = JSON.stringify(told);
    return told;
  }

  /** After a loss nobody is let in before those who were here: a newcomer waits a moment, and is told a true place (RB7). */
  async admit(line: LineId, asked?: Language): Promise<'admit' | Refused> {
    while (await this.memories.isSettling(line)) await passed(AGAIN);
    return this.overflow.admit(line, asked);
  }

  nameCaller(): CallerId {
    return this.lines.nameCaller();
  }

  async isInside(line: LineId, caller: CallerId): Promise<boolean> {
    return (await this.lines.find(line, caller)) !== undefined;
  }

  /** `full`: others came in the same instant, and nothing of this one is anywhere. */
  async join(line: LineId, caller: CallerId, asked?: Language): Promise<'joined' | 'already-here' | 'full'> {
    const joined = await this.lines.join(line, caller, asked);
    if (joined === 'full') this.overflow.turnAway(line, joined);
    return joined;
  }

  /** Asked, asleep or neither: it is never wrong to say that one is here (OF10, LN6). */
  callerIsHere(line: LineId, caller: CallerId): Promise<'here' | 'not-in-line'> {
    return this.offers.callerIsHere(line, caller);
  }

  /** `hopeless`: they had been told that an answer is unlikely. */
  async leave(line: LineId, caller: CallerId): Promise<'left' | 'not-in-line'> {
    const why = this.places.wasWarned(line, caller) ? 'hopeless' : 'left';
    const left = await this.lines.leave(line, caller, why);
    if (left === 'left') return left;
    // The store may have been lost: who leaves is put back first, so that no ticket ever brings them back.
    const known = await this.memories.comesBack(line, { role: 'caller', id: caller });
    return known === 'over' ? left : this.lines.leave(line, caller, why);
  }

  /** One reading a line, whatever the number of pages; only what changed is sent. */
  async refresh(): Promise<void> {
    for (const line of new Set([...this.#pages.values()].map((shown) => shown.line))) {
      const told = await this.#status(line);
      const last = JSON.stringify(told);
      for (const [socket, shown] of this.#pages) {
        if (shown.line !== line || shown.last === last) continue;
        socket.emit('line.status', told);
        shown.last = last;
      }
    }
  }

  /** One reading serves all who ask while it is underway: a crowd that opens the page at once reads the line a few times. */
  #status(line: LineId): Promise<LineStatus> {
    const underway = this.#readings.get(line);
    if (underway) return underway;
    const reading = this.#read(line).finally(() => this.#readings.delete(line));
    this.#readings.set(line, reading);
    return reading;
  }

  async #read(line: LineId): Promise<LineStatus> {
    const [at, settings] = [performance.now(), await this.lines.settings(line)];
    const told = toldOf(await this.overflow.status(line));
    this.#known.set(line, { at, settings, told });
    return told;
  }
}

const passed = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
