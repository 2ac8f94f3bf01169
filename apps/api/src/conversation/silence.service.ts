// Silence, watched without a store's write for every message: this node remembers who wrote, and writes it down now and then.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import {
  type Conversation,
  type ConversationId,
  type Duration,
  type Instant,
  type LineId,
  nextSilence,
  seconds,
  type Silence,
  silenceAt,
  silentSince,
} from '@veille/domain';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { type Duty, every } from '../platform/clock/every.js';
import { Facts } from '../platform/facts.js';
import { silenceChanged } from './conversation.facts.js';
import { ConversationStore } from './conversation.store.js';

/** A conversation somebody wrote in lately: what is not written down yet, and when it may be. */
type Heard = { readonly line: LineId; dueAt: Instant; unwritten: Instant | undefined };

const LOOK_EVERY = 1_000;
const WRITE_EVERY = seconds(30);

/** Of a silence that is soon one, more must be known. */
const writesEvery = (silenceNudge: Duration): Duration => Math.min(WRITE_EVERY, silenceNudge / 10);

@Injectable()
export class SilenceService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #heard = new Map<ConversationId, Heard>();
  #duty: Duty | undefined;

  constructor(
    private readonly store: ConversationStore,
    private readonly lines: LineService,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  onApplicationBootstrap(): void {
    this.#duty = every(LOOK_EVERY, async () => this.writeDown());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  /** Somebody writes, or says that they are there. Returns at once: the relay waits for nothing (SL2). */
  hear(line: LineId, id: ConversationId): void {
    const now = this.clock.now();
    const known = this.#heard.get(id);
    if (known) known.unwritten = now;
    else {
      const heard: Heard = { line, dueAt: now + WRITE_EVERY, unwritten: undefined };
      this.#heard.set(id, heard);
      void this.#write(id, heard, now);
    }
  }

  /** What was heard since the last writing is written; what was not is forgotten here. */
  writeDown(): void {
    const now = this.clock.now();
    for (const [id, heard] of this.#heard) {
      if (now < heard.dueAt) continue;
      const { unwritten } = heard;
      heard.unwritten = undefined;
      heard.dueAt = now + WRITE_EVERY;
      if (unwritten === undefined) this.#heard.delete(id);
      else void this.#write(id, heard, unwritten);
    }
  }

  /** What the silence of a conversation has come to. */
  async of(line: LineId, conversation: Conversation): Promise<Silence | undefined> {
    return silenceAt(silentSince(conversation), await this.lines.settings(line), this.clock.now());
  }

  /** Tells both pages if there is a silence, and says when to look again; harmless early, twice or late (SL3). */
  async look(line: LineId, id: ConversationId): Promise<Instant | undefined> {
    const found = await this.store.find(line, id);
    if (!found) return undefined;
    if (await this.of(line, found)) this.#changed(line, found);
    return this.next(line, id);
  }

  /** When there will be more to tell, should nobody write. */
  async next(line: LineId, id: ConversationId): Promise<Instant | undefined> {
    const found = await this.store.find(line, id);
    return found && nextSilence(silentSince(found), await this.lines.settings(line), this.clock.now());
  }

  async #write(id: ConversationId, heard: Heard, at: Instant): Promise<void> {
    const { line } = heard;
    try {
      const settings = await this.lines.settings(line);
      heard.dueAt = at + writesEvery(settings.silenceNudge);
      const said = await this.store.heard(line, id, at);
      if (said === 'already-over') return void this.#heard.delete(id);
      const found = silenceAt(said.since, settings, at) && (await this.store.find(line, id));
      if (found) this.#changed(line, found);
    } catch {
      // An outage: the next word is written down at once.
      this.#heard.delete(id);
    }
  }

  #changed(line: LineId, { id, caller, volunteer }: Conversation): void {
    this.facts.state(silenceChanged, { line, conversation: id, caller, volunteer });
  }
}
