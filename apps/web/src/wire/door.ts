// The typed socket of one face: what is asked and told is parsed both ways by the wire's schemas, and whatever happens to
// the line ends in a word the page can act on. It never queues: what cannot be asked now is refused now.
import { closing, closings, doorRefusal, refusal } from '@veille/shared';
import type { AnswerOf, Asks, Closing, DoorRefusal, PayloadOf, Reply, Tells, TellOf } from '@veille/shared';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import * as v from 'valibot';
import type { Clock } from './clock.js';
import { Knocking } from './knocking.js';
import { LineLife } from './line-life.js';
import { LinkWatch } from './link.js';
import type { Cut, Link } from './link.js';
import { ofThisVisit } from './visit.js';

const ANSWER_WITHIN = 5_000;
/** What was asked and has no answer for so long is said (P13), and the line doubted. */
export const SILENT_AFTER = 4_000;
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
  link(link: Link, cut: Cut): void;
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

const bearsNothing = (told: unknown) =>
  typeof told === 'object' && told !== null && Object.keys(told).length === 0;

export class Door<A extends Asks, T extends Tells> {
  readonly #plan: DoorPlan<A, T>;
  readonly #news: DoorNews;
  readonly #clock: Clock;
  readonly #link: LinkWatch;
  readonly #life: LineLife;
  readonly #socket: Socket;
  readonly #knocking: Knocking;
  #stays = true;

  constructor(plan: DoorPlan<A, T>, news: DoorNews, { clock, origin }: { clock: Clock; origin: string }) {
    this.#plan = plan;
    this.#news = news;
    this.#clock = clock;
    this.#link = new LinkWatch(clock, (link, cut) => news.link(link, cut));
    this.#socket = io(`${origin}${plan.namespace}`, {
      autoConnect: false,
      forceNew: true,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      auth: (tell) => tell(plan.handshake()),
      // Its pace grows to a gap and stays there; ours is `knocking.ts`.
      reconnection: false,
      timeout: 5_000,
    });
    this.#knocking = new Knocking(clock, () => this.#socket.connect());
    this.#life = new LineLife(clock, {
      ask: (answered) => this.#socket.emit('presence.here', {}, () => this.#stirs(answered)),
      quiet: () => this.#link.down(),
      died: () => this.#connectAnew(),
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
    this.#knocking.stop();
    this.#life.stop();
    this.#link.stop();
    this.#socket.disconnect();
  }

  hear<E extends keyof T & string>(event: E, listener: (told: TellOf<T, E>) => void): this {
    const schema: T[E] = this.#plan.tells[event];
    this.#socket.on<string>(event, (raw: unknown, answer?: (nothing: object) => void) => {
      const told = v.safeParse(schema, raw);
      if (!told.success) return;
      answer?.({});
      // A ping that bears nothing is a timer's; whatever else is told comes from a service that knows.
      if (event !== 'presence.ping' || !bearsNothing(raw)) this.#link.up();
      listener(told.output);
    });
    return this;
  }

  async ask<E extends keyof A & string>(event: E, payload: PayloadOf<A, E>): Promise<Reply<AnswerOf<A, E>>> {
    const asked: A[E] = this.#plan.asks[event];
    if (!v.is(asked.payload, payload)) return { refused: 'malformed' };
    if (!this.#socket.connected) return { refused: 'unavailable' };
    const cancel = this.#clock.after(SILENT_AFTER, () => this.#isSilent());
    const replied: Promise<unknown> = this.#socket.timeout(ANSWER_WITHIN).emitWithAck(event, payload);
    const answered = replied.then(
      (raw): Reply<AnswerOf<A, E>> => {
        cancel();
        return this.#answered(readReply<A[E]['answer']>(asked.answer, raw));
      },
      (): Reply<AnswerOf<A, E>> => {
        cancel();
        return { refused: 'unavailable' };
      },
    );
    return ofThisVisit(answered);
  }

  /** For what is worth nothing later: dropped when the line is busy, and never answered. */
  murmur<E extends keyof A & string>(event: E, payload: PayloadOf<A, E>): void {
    if (this.#socket.connected) this.#socket.volatile.emit(event, payload);
  }

  /** For what needs no answer because it is said again: two frames less for each message that is displayed. */
  mention<E extends keyof A & string>(event: E, payload: PayloadOf<A, E>): void {
    if (this.#socket.connected) this.#socket.emit(event, payload);
  }

  /** The page is looked at again, and its line may have died meanwhile without a word: it is asked. */
  wake(): void {
    if (!this.#stays) return;
    this.#link.deviceIsBack();
    if (!this.#socket.connected) return this.#connectAnew();
    this.#life.doubt();
  }

  /** The browser stops this page: whatever becomes of the line meanwhile, it is asked on waking before it is believed. */
  sleep(): void {
    if (this.#stays && this.#socket.connected) this.#life.sleep();
  }

  /** The device says that it has no network; it is not always right. */
  cutOff(): void {
    if (!this.#stays) return;
    this.#link.down('device');
    if (this.#socket.connected) this.#life.doubt();
  }

  #isSilent(): void {
    if (!this.#stays || !this.#socket.connected) return;
    this.#link.silent();
    this.#life.doubt();
  }

  #answered<R>(reply: Reply<R>): Reply<R> {
    this.#life.spoke();
    if ('refused' in reply && reply.refused === 'unavailable') this.#link.down('service');
    else this.#link.up();
    return reply;
  }

  #stirs(answered: () => void): void {
    answered();
    this.#link.stirs();
  }

  /** At once: what was waited for between two tries is forgotten. */
  #connectAnew(): void {
    if (!this.#stays) return;
    this.#knocking.stop();
    this.#socket.disconnect().connect();
  }

  #listen(): void {
    this.#socket.on('connect', () => {
      this.#knocking.letIn();
      this.#life.spoke();
      this.#link.up();
    });
    this.#socket.onAny(() => this.#stirs(() => this.#life.spoke()));
    this.#socket.on('connect_error', (error) => this.#turnedAway(error));
    this.#socket.on('disconnect', (reason) => {
      this.#life.stop();
      if (!this.#stays) return;
      this.#link.down();
      if (reason === 'io server disconnect') this.#knocking.within(1_000);
      else if (reason !== 'io client disconnect') this.#knocking.again();
    });
    this.#socket.on<string>('closing', (raw: unknown) => this.#closing(raw));
  }

  #turnedAway(error: unknown): void {
    this.#link.down();
    const turned = v.safeParse(refusedDoor, error);
    if (!turned.success) return this.#stays ? this.#knocking.again() : undefined;
    const why = turned.output.data.refused;
    if (passing.includes(why)) {
      this.#link.down('service');
      return this.#knocking.within(3_000);
    }
    this.close();
    this.#news.refused(why);
  }

  #closing(raw: unknown): void {
    const told = v.safeParse(closing, raw);
    if (!told.success) return;
    if (closings[told.output.why]) return this.#link.down('service');
    this.close();
    this.#news.closed(told.output.why);
  }
}
