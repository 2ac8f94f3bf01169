// Calls for help: while a line overflows, volunteers who are off or away and wished it are told so, once; nobody is moved.
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import type { LineId, VolunteerId } from '@veille/domain';
import type { ListenTells, TellOf } from '@veille/shared';
import type { Socket } from 'socket.io';
import { LineService } from '../line/line.service.js';
import { volunteersRecalled } from '../overflow/overflow.facts.js';
import { OverflowService } from '../overflow/overflow.service.js';
import { type Duty, every } from '../platform/clock/every.js';
import { Facts } from '../platform/facts.js';
import { reported } from '../platform/log/log.js';
import { VolunteerService } from '../volunteer/volunteer.service.js';
import { ListenTabs } from './face-tabs.js';

type Volunteering = { readonly line: LineId; readonly volunteer: VolunteerId };
/** Somebody on this node who wished to be called, and whether they were. The wish lives as long as the socket. */
type Wish = Volunteering & { called: boolean };

/** What a lost alarm, or a word between nodes that was lost, did not do. */
const REPAIR_EVERY = 5_000;

@Injectable()
export class Recalls implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  readonly #wishes = new Map<Socket, Wish>();
  #duty: Duty | undefined;

  constructor(
    private readonly lines: LineService,
    private readonly volunteers: VolunteerService,
    private readonly overflow: OverflowService,
    private readonly tabs: ListenTabs,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(volunteersRecalled, ({ line }) => {
      this.tabs.recall(line);
      return this.#look(line);
    });
    this.tabs.whenRecalled((line) => {
      this.#look(line).catch(reported('volunteers could not be recalled'));
    });
  }

  onApplicationBootstrap(): void {
    this.#duty = every(REPAIR_EVERY, () => this.refresh());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async wish(socket: Socket, { line, volunteer }: Volunteering, wished: boolean): Promise<void> {
    if (!wished) return void this.#wishes.delete(socket);
    if (!this.#wishes.has(socket)) socket.once('disconnect', () => this.#wishes.delete(socket));
    if (!socket.connected) return;
    this.#wishes.set(socket, { line, volunteer, called: false });
    await this.#look(line);
  }

  async refresh(): Promise<void> {
    for (const line of this.#lines) await this.#look(line);
  }

  get #lines(): Set<LineId> {
    return new Set([...this.#wishes.values()].map(({ line }) => line));
  }

  /** One reading, and none where nobody wishes anything. What every node reads is what one of them stated (OV9). */
  async #look(line: LineId): Promise<void> {
    if (!this.#lines.has(line)) return;
    const overflows = await this.overflow.isOverflowing(line);
    const { waiting } = await this.lines.queue(line);
    for (const [socket, wish] of this.#wishes) {
      if (wish.line !== line || wish.called === overflows) continue;
      if (overflows && !(await this.#couldCome(wish))) continue;
      // Another look, begun meanwhile, may have told them, or they took the wish back.
      if (wish.called === overflows || this.#wishes.get(socket) !== wish) continue;
      wish.called = overflows;
      tell(socket, { called: overflows, waiting });
    }
  }

  async #couldCome({ line, volunteer }: Volunteering): Promise<boolean> {
    const at = (await this.volunteers.find(line, volunteer))?.at;
    return at === undefined || at === 'away';
  }
}

const tell = (socket: Socket, recall: TellOf<ListenTells, 'line.recall'>) =>
  socket.emit('line.recall', recall);
