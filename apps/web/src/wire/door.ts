// The typed socket of one face: what is asked and told is parsed both ways by the wire's schemas, and whatever happens to
// the line ends in a word the page can act on. It never queues: what cannot be asked now is refused now.
import { closing, closings, doorRefusal, refusal } from '@veille/shared';
import type { AnswerOf, Asks, Closing, DoorRefusal, PayloadOf, Reply, Tells, TellOf } from '@veille/shared';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';
import type { Clock } from './clock.js';
import { LinkWatch } from './link.js';
import type { Link } from './link.js';

const ANSWER_WITHIN = 5_000;
/** A line that gives no sign of life for so long after a page woke is taken for dead. */
export const ALIVE_WITHIN = 2_000;
/** Refusals that are about the moment, not about the page: it comes back by itself. */
const passing: readonly DoorRefusal[] = ['unavailable', 'too-many'];

export type DoorPlan<A extends Asks, T extends Tells> = {
  namespace: '/caller' | '/listen' | '/desk';
  asks: A;
  tells: T;
  /** Read at every knock, so that the latest ticket is shown. */
  handshake(): Record<string, unknown>;
};

export type DoorNews = {
  link(link: Link): void;
  /** Not let in, and will not be by asking again: the door is shut until the page opens it anew. */
  refused(why: DoorRefusal): void;
  /** The service closed this page's line for good. */
  closed(why: Closing): void;
};

const refusedDoor = v.object({ data: v.object({ refused: doorRefusal }) });
const refusedReply = v.strictObject({ refused: refusal });
const answeredReply = v.strictObject({ answer: v.unknown() });

/** An answer this page does not understand is no answer. */
function readReply<S extends v.GenericSchema>(answer: S, raw: unknown): Reply<v.InferOutput<S>> {
  const refused = v.safeParse(refusedReply, raw);
  if (refused.success) return refused.output;
  const answered = v.safeParse(answeredReply, raw);
  const parsed = answered.success ? v.safeParse(answer, answered.output.answer) : undefined;
  return parsed?.success ? { answer: parsed.output } : { refused: 'unavailable' };
}

export class Door<A extends Asks, T extends Tells> {
  readonly #plan: DoorPlan<A, T>;
  readonly #news: DoorNews;
  readonly #clock: Clock;
  readonly #link: LinkWatch;
  readonly #socket: Socket;
  #stays = true;
  #cancelDoubt: (() => void) | undefined;
  #knockAgain: (() => void) | undefined;

  constructor(plan: DoorPlan<A, T>, news: DoorNews, { clock, origin }: { clock: Clock; origin: string }) {
    this.#plan = plan;
    this.#news = news;
    this.#clock = clock;
    this.#link = new LinkWatch(clock, (link) => news.link(link));
    this.#socket = io(`${origin}${plan.namespace}`, {
      autoConnect: false,
      forceNew: true,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      auth: (tell) => tell(plan.handshake()),
      reconnectionDelay: 150,
      reconnectionDelayMax: 2_000,
      randomizationFactor: 0.8,
      timeout: 5_000,
    });
    this.#listen();
  }

  open(): void {
    this.#stays = true;
    this.#link.down();
    this.#socket.connect();
  }

  /** Nothing is heard any more, and nothing comes back. */
  close(): void {
    this.#stays = false;
    this.#knockAgain?.();
    this.#cancelDoubt?.();
    this.#link.stop();
    this.#socket.disconnect();
  }

  hear<E extends keyof T & string>(event: E, listener: (told: TellOf<T, E>) => void): this {
    const schema: T[E] = this.#plan.tells[event];
    this.#socket.on<string>(event, (raw: unknown, answer?: (nothing: object) => void) => {
      const told = v.safeParse(schema, raw);
      if (!told.success) return;
      answer?.({});
      listener(told.output);
    });
    return this;
  }

  async ask<E extends keyof A & string>(event: E, payload: PayloadOf<A, E>): Promise<Reply<AnswerOf<A, E>>> {
    const asked: A[E] = this.#plan.asks[event];
    if (!v.is(asked.payload, payload)) return { refused: 'malformed' };
    if (!this.#socket.connected) return { refused: 'unavailable' };
    const replied: Promise<unknown> = this.#socket.timeout(ANSWER_WITHIN).emitWithAck(event, payload);
    return replied.then(
      (raw) => readReply<A[E]['answer']>(asked.answer, raw),
      () => ({ refused: 'unavailable' }),
    );
  }

  /** For what is worth nothing later: dropped when the line is busy, and never answered. */
  murmur<E extends keyof A & string>(event: E, payload: PayloadOf<A, E>): void {
    if (this.#socket.connected) this.#socket.volatile.emit(event, payload);
  }

  /** The page is looked at again, and its line may have died meanwhile without a word: it is asked. */
  wake(): void {
    if (!this.#stays) return;
    if (!this.#socket.connected) return this.#connectAnew();
    this.#cancelDoubt?.();
    const sure = this.#clock.after(ALIVE_WITHIN, () => this.#connectAnew());
    this.#cancelDoubt = sure;
    this.#socket.emit('presence.here', {}, sure);
  }

  /** At once: what was waited for between two tries is forgotten. */
  #connectAnew(): void {
    this.#socket.disconnect().connect();
  }

  #listen(): void {
    this.#socket.on('connect', () => {
      this.#cancelDoubt?.();
      this.#link.up();
    });
    this.#socket.on('connect_error', (error) => this.#turnedAway(error));
    this.#socket.on('disconnect', (reason) => {
      if (this.#stays) this.#link.down();
      if (this.#stays && reason === 'io server disconnect') this.#knockSoon(1_000);
    });
    this.#socket.on<string>('closing', (raw: unknown) => this.#closing(raw));
  }

  #turnedAway(error: unknown): void {
    this.#link.down();
    const turned = v.safeParse(refusedDoor, error);
    if (!turned.success) return;
    const why = turned.output.data.refused;
    if (passing.includes(why)) return this.#knockSoon(3_000);
    this.close();
    this.#news.refused(why);
  }

  #closing(raw: unknown): void {
    const told = v.safeParse(closing, raw);
    if (!told.success || closings[told.output.why]) return;
    this.close();
    this.#news.closed(told.output.why);
  }

  /** At a moment of its own, so that a thousand pages do not come back together. */
  #knockSoon(within: number): void {
    this.#knockAgain?.();
    this.#knockAgain = this.#clock.after(100 + Math.random() * within, () => this.#socket.connect());
  }
}
