// What this node remembers of the people whose tabs it holds: sealed into their tickets, and said again if the store is lost.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CallerId,
  type Conversation,
  type Instant,
  isHere,
  type LineId,
  type Person,
  presenceOf,
  type Remembered,
  type Returning,
  whose,
} from '@veille/domain';
import type { Shift, Stay } from '../access/ticket.js';
import { Tickets } from '../access/tickets.js';
import { conversationEnded } from '../conversation/conversation.facts.js';
import { callerLeft } from '../line/line.facts.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { memoryFrom, memoryRecord } from '../rebuild/memory-record.js';
import { RebuildService, type Sight } from '../rebuild/rebuild.service.js';

/** `until`: when the last ticket they may hold is good no more. `epoch`: the one in which it is known to the store. */
type Over = {
  readonly line: LineId;
  readonly person: Person;
  readonly at: Instant;
  readonly until: Instant;
  epoch: string;
};

/** `readAt`: when the reading began (`performance.now()`): nothing of after that is in it for sure. */
export type Seen = Sight & { readonly readAt: number };

@Injectable()
export class Memories implements OnModuleInit {
  readonly #kept = new Map<string, Remembered>();
  readonly #over = new Map<string, Over>();
  readonly #seers: ((person: Person, seen: Seen) => void)[] = [];

  constructor(
    private readonly rebuild: RebuildService,
    private readonly tickets: Tickets,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.facts.when(callerLeft, ({ line, caller: id }) => this.#isOver(line, { role: 'caller', id }));
    this.facts.when(conversationEnded, ({ line, caller: id }) => this.#isOver(line, { role: 'caller', id }));
  }

  /** They, and whom they talk with, as the store has them now: one reading for what is told and for what is remembered. */
  async see(line: LineId, person: Person): Promise<Seen> {
    const readAt = performance.now();
    const seen = { ...(await this.rebuild.see(line, person)), readAt };
    if (this.#isOff(person, seen)) this.forget(person);
    for (const seer of this.#seers) seer(person, seen);
    return seen;
  }

  /** Told of whatever anybody reads of a person. */
  whenSeen(seer: (person: Person, seen: Seen) => void): void {
    this.#seers.push(seer);
  }

  /** Remembers them as they were seen, and seals it; `undefined` when there is nothing to remember. */
  async ticketFrom(line: LineId, { memory }: Sight, told?: number): Promise<string | undefined> {
    if (!memory) return undefined;
    this.#kept.set(whose(memory).id, memory);
    return this.#sealed(line, memory, told);
  }

  /** What was sealed last, for a caller who was told a lower place since (TL2): the store is not asked. */
  async sealedAgain(line: LineId, caller: CallerId, told: number | undefined): Promise<string | undefined> {
    const kept = this.#kept.get(caller);
    const ticket = kept && (await this.#sealed(line, kept, told));
    return this.#kept.get(caller) === kept ? ticket : undefined;
  }

  /** With a ticket: who comes with one is where they were, is put back there, or is over. */
  async comesWith({ line, memory, ...who }: Stay | Shift): Promise<Returning> {
    const person: Person =
      'caller' in who ? { role: 'caller', id: who.caller } : { role: 'volunteer', id: who.volunteer };
    const remembered = memoryFrom(person, memory);
    // Danger: a ticket may come before this node has said who is over.
    await this.sayWhoIsOver(line, (await this.rebuild.epoch(line)).name);
    return remembered ? this.rebuild.comesBack(line, remembered) : 'over';
  }

  /** A ticket lets no volunteer in, their session does: one that is not theirs is as good as none. */
  async volunteerComesWith(
    ticket: string,
    { line, volunteer }: Pick<Shift, 'line' | 'volunteer'>,
  ): Promise<void> {
    const shift = this.tickets.openShift(ticket);
    if (shift !== 'refused' && shift.line === line && shift.volunteer === volunteer)
      await this.comesWith(shift);
  }

  /** Without one, because their tab never went: as this node remembers them. */
  async comesBack(line: LineId, { id }: Person): Promise<Returning> {
    const kept = this.#kept.get(id);
    return kept ? this.rebuild.comesBack(line, kept) : 'over';
  }

  /** Of another epoch than this one: the store was lost since. */
  isOfAnother(epoch: string, { id }: Person): boolean {
    const kept = this.#kept.get(id);
    return kept !== undefined && kept.epoch !== epoch;
  }

  /** The conversation this node remembers them in. */
  talkOf({ id }: Person): Conversation | undefined {
    const kept = this.#kept.get(id);
    return kept?.role === 'pair' ? kept.conversation : undefined;
  }

  /** Here, or still on their way back after a loss. */
  mayBeHere({ line, isSettling }: Sight, person: Person): boolean {
    return isSettling || isHere(presenceOf(line, person), this.clock.now());
  }

  /** The store was lost, and nobody knows yet where they are: of them all, or of this one, who has a tab here. */
  async isAwaited(line: LineId, person: Person): Promise<boolean> {
    const { name } = await this.rebuild.epoch(line);
    return this.isOfAnother(name, person) || this.isSettling(line);
  }

  isSettling(line: LineId): Promise<boolean> {
    return this.rebuild.isSettling(line);
  }

  forget({ id }: Person): void {
    this.#kept.delete(id);
  }

  /** Whoever ended here is over in the new epoch too, whatever a ticket says. */
  async sayWhoIsOver(line: LineId, epoch: string): Promise<void> {
    for (const one of this.#over.values()) {
      if (one.line !== line || one.epoch === epoch) continue;
      await this.rebuild.remainsOver(line, one.person, one.at);
      one.epoch = epoch;
    }
  }

  /** Whose tickets are all worthless is remembered no more, nor that they ever came. */
  forgetWhoIsLongOver(): void {
    const now = this.clock.now();
    for (const [id, { until }] of this.#over) if (until <= now) this.#over.delete(id);
  }

  #sealed(line: LineId, memory: Remembered, told: number | undefined): Promise<string> {
    const person = whose(memory);
    const held = { line, memory: memoryRecord(memory) };
    return this.tickets.seal(
      person.role === 'caller'
        ? { ...held, caller: person.id, ...(told !== undefined && { told }) }
        : { ...held, volunteer: person.id },
    );
  }

  /** Their shift is over, and their page still open: in the epoch they are remembered in, the store knows best (RB4, RB5). */
  #isOff({ role, id }: Person, { line, memory }: Sight): boolean {
    return role === 'volunteer' && !memory && this.#kept.get(id)?.epoch === line.epoch.name;
  }

  async #isOver(line: LineId, person: Person): Promise<void> {
    const at = this.clock.now();
    this.forget(person);
    const [{ name: epoch }, holds] = await Promise.all([
      this.rebuild.epoch(line),
      this.rebuild.ticketHolds(line),
    ]);
    this.#over.set(person.id, { line, person, at, until: at + holds, epoch });
  }
}
