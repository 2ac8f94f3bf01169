// Calls for help: while a line overflows, volunteers who are off or away and wished it are told so, once; nobody is moved.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { LineId, VolunteerId } from '@veille/domain';
import type { ListenTells, TellOf } from '@veille/shared';
import type { Socket } from 'socket.io';
import { LineService } from '../line/line.service.js';
import { OverflowService } from '../overflow/overflow.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';

type Volunteering = { readonly line: LineId; readonly volunteer: VolunteerId };
/** Somebody on this node who wished to be called, and whether they were. The wish lives as long as the socket. */
type Wish = Volunteering & { called: boolean };

const EVERY = 1_000;

@Injectable()
export class Recalls implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #wishes = new Map<Socket, Wish>();
  #duty: Duty | undefined;

  constructor(
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly overflow: OverflowService,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(EVERY, () => this.refresh());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  wish(socket: Socket, { line, volunteer }: Volunteering, wished: boolean): void {
    if (!wished) return void this.#wishes.delete(socket);
    if (!this.#wishes.has(socket)) socket.once('disconnect', () => this.#wishes.delete(socket));
    if (socket.connected) this.#wishes.set(socket, { line, volunteer, called: false });
  }

  /** One reading a line, and none where nobody wishes anything. What every node reads is what one of them stated (OV9). */
  async refresh(): Promise<void> {
    for (const line of new Set([...this.#wishes.values()].map((wish) => wish.line))) {
      const overflows = await this.overflow.isOverflowing(line);
      const { waiting } = await this.lines.queue(line);
      for (const [socket, wish] of this.#wishes) {
        if (wish.line !== line || wish.called === overflows) continue;
        if (overflows && !(await this.#couldCome(wish))) continue;
        wish.called = overflows;
        tell(socket, { called: overflows, waiting });
      }
    }
  }

  async #couldCome({ line, volunteer }: Volunteering): Promise<boolean> {
    const at = (await this.volunteers.find(line, volunteer))?.at;
    return at === undefined || at === 'away';
  }
}

const tell = (socket: Socket, recall: TellOf<ListenTells, 'line.recall'>) =>
  socket.emit('line.recall', recall);
