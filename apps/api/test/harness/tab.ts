// A tab as the wire knows one: it asks, it is told, and everything it was told is kept to be looked at.
import type { AnswerOf, Asks, Closing, PayloadOf, Reply, TellOf, Tells } from '@veille/shared';
import { io, type Socket } from 'socket.io-client';
import * as v from 'valibot';
import { eventually } from './eventually.js';

const isAnswer = (last: unknown): last is (payload: object) => void => typeof last === 'function';

export type Heard = { readonly event: string; readonly payload: unknown };
type Door = { url: string; auth: object; cookie?: string };

export class Tab<A extends Asks, T extends Tells> {
  readonly heard: Heard[] = [];
  /** What the person does by themselves when the page is told something. */
  reacts: ((heard: Heard) => void) | undefined;
  refused: unknown;
  readonly socket: Socket;

  constructor(
    { url, auth, cookie }: Door,
    private readonly tells: T,
  ) {
    this.socket = io(url, {
      auth,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      ...(cookie !== undefined && { extraHeaders: { cookie } }),
    });
    this.socket.on('connect_error', (error: Error & { data?: { refused?: unknown } }) => {
      this.refused = error.data?.refused ?? error.message;
    });
    this.socket.onAny((event: string, ...rest: unknown[]) => this.#hear(event, rest));
  }

  /** Resolves with what the service answers; a payload of the wrong shape is for `askAnything`. */
  ask<E extends keyof A & string>(event: E, payload: PayloadOf<A, E>): Promise<Reply<AnswerOf<A, E>>> {
    return this.askAnything(event, payload);
  }

  askAnything<R>(event: string, ...payload: unknown[]): Promise<R> {
    return this.socket.timeout(20_000).emitWithAck(event, ...payload);
  }

  /** Everything it was told of one kind, in order, each of the shape the wire promises. */
  told<E extends keyof T & string>(event: E): TellOf<T, E>[] {
    const schema: T[E] = this.tells[event];
    return this.heard.filter((one) => one.event === event).map(({ payload }) => v.parse(schema, payload));
  }

  last<E extends keyof T & string>(event: E): TellOf<T, E> | undefined {
    return this.told(event).at(-1);
  }

  /** Waits until the last telling of this kind is as described. */
  async until<E extends keyof T & string>(
    event: E,
    holds: (payload: TellOf<T, E>) => boolean,
  ): Promise<TellOf<T, E>> {
    return eventually(() => {
      const last = this.last(event);
      if (last === undefined || !holds(last))
        throw new Error(`not told yet: ${event} ${JSON.stringify(last)}`);
      return last;
    });
  }

  closedWith(): Closing | undefined {
    const closing = this.heard.find(({ event }) => event === 'closing');
    return v.parse(
      v.optional(v.object({ why: v.custom<Closing>((why) => typeof why === 'string') })),
      closing?.payload,
    )?.why;
  }

  /** The tab dies: no word, no goodbye. */
  die(): void {
    this.socket.disconnect();
  }

  #hear(event: string, rest: unknown[]): void {
    const answer = rest.at(-1);
    if (isAnswer(answer)) answer({});
    const [payload] = rest;
    this.#keep({ event, payload });
    if (event === 'presence.ping') for (const borne of this.#borneBy(payload)) this.#keep(borne);
  }

  #keep(heard: Heard): void {
    this.heard.push(heard);
    this.reacts?.(heard);
  }

  /** What a ping bears is told as if it had come by itself, as a page takes it. */
  #borneBy(ping: unknown): Heard[] {
    const { ticket, is } = v.parse(
      v.object({ ticket: v.optional(v.string()), is: v.optional(v.unknown()) }),
      ping,
    );
    const whose = 'caller.is' in this.tells ? 'caller' : 'volunteer';
    return [
      ...(ticket === undefined ? [] : [{ event: `${whose}.ticket`, payload: { ticket } }]),
      ...(is === undefined ? [] : [{ event: `${whose}.is`, payload: is }]),
    ];
  }
}
