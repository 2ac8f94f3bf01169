// Boards: the numbers of a line, read once a second for every desk on this node, and sent when they changed.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { LineId } from '@veille/domain';
import type { DeskTells, TellOf } from '@veille/shared';
import type { Socket } from 'socket.io';
import { CountersService } from '../counters/counters.service.js';
import { LineService } from '../line/line.service.js';
import { OverflowService } from '../overflow/overflow.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { toldOf } from './line-told.js';

type Now = TellOf<DeskTells, 'desk.now'>;
type Shown = { readonly line: LineId; last: string };

const EVERY = 1_000;

@Injectable()
export class Boards implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #desks = new Map<Socket, Shown>();
  #duty: Duty | undefined;

  constructor(
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly counters: CountersService,
    private readonly overflow: OverflowService,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.refresh());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  show(socket: Socket, line: LineId): void {
    this.#desks.set(socket, { line, last: '' });
    socket.once('disconnect', () => this.#desks.delete(socket));
  }

  async refresh(): Promise<void> {
    for (const line of new Set([...this.#desks.values()].map((shown) => shown.line))) {
      const now = await this.#read(line);
      if (!now) continue;
      const last = JSON.stringify(now);
      for (const [socket, shown] of this.#desks) {
        if (shown.line !== line || shown.last === last) continue;
        socket.emit('desk.now', now);
        shown.last = last;
      }
    }
  }

  async #read(line: LineId): Promise<Now | undefined> {
    const [{ waiting, offered }, { free, talking, breather, away }, today, status] = await Promise.all([
      this.lines.queue(line),
      this.volunteers.board(line),
      this.counters.today(line),
      this.overflow.status(line),
    ]);
    if (today === 'no-such-line') return undefined;
    const opening = { mode: status.mode, overflow: status.overflow, ...toldOf(status) };
    return { board: { waiting, offered, talking, free, breather, away }, today, opening };
  }
}
