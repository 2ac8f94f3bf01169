// The door of every face: an event is known, well formed, not too fast, or it gets one word and changes nothing.
import { types } from 'node:util';
import {
  type AnswerOf,
  type Ask,
  type Asks,
  limits,
  type PayloadOf,
  type Refusal,
  type Reply,
} from '@veille/shared';
import type { Socket } from 'socket.io';
import * as v from 'valibot';
import { faultOf, say } from '../log/log.js';
import { close } from './close.js';
import { TokenBucket } from './token-bucket.js';

/** One handler per event, and no event without one. A refusal is returned as `{ refused }`. */
export type Handlers<A extends Asks> = {
  [E in keyof A & string]: (payload: PayloadOf<A, E>) => Promise<Answered<A, E>> | Answered<A, E>;
};
export type Answered<A extends Asks, E extends keyof A> = AnswerOf<A, E> | { refused: Refusal };

/** Refusals of form a socket may collect before it is closed. */
const PATIENCE = 20;

/** Puts the handlers on the socket. Whatever is not in the table is refused as `unknown`: deny by default (DO1). */
export function openDoor<A extends Asks>(socket: Socket, asks: A, handlers: Handlers<A>): void {
  const bucket = new TokenBucket({ perSecond: 20, burst: 2 * limits.outbox });
  const patience = new TokenBucket({ perSecond: 0.1, burst: PATIENCE });
  // A middleware that lets nothing pass: what is answered here is not looked for a second time among listeners.
  socket.use((said: [string, ...unknown[]]) => {
    const [event] = said;
    const last = said.at(-1);
    const reply = isAcknowledgement(last) ? last : unheard;
    const refuse = (refused: Refusal): void => {
      reply({ refused });
      if (!patience.take()) close(socket, 'unruly');
    };
    if (!Object.hasOwn(asks, event)) return refuse('unknown');
    if (!bucket.take()) return refuse('too-fast');
    const isAlone = said.length === (reply === unheard ? 2 : 3);
    const payload = isAlone ? payloadOf(asks[event], said[1]) : MALFORMED;
    if (payload === MALFORMED) return refuse('malformed');
    answer(handlers, event, { payload, reply });
  });
}

const MALFORMED = Symbol('malformed');

/** A payload is one object: a list of what an event would have said is none. */
function payloadOf(ask: Ask | undefined, given: unknown): unknown {
  if (!ask || Array.isArray(given)) return MALFORMED;
  const read = v.safeParse(ask.payload, given);
  return read.success ? read.output : MALFORMED;
}

const isAcknowledgement = (last: unknown): last is (reply: Reply<unknown>) => void =>
  typeof last === 'function';

/** Of who asks for no answer. */
const unheard = (): void => undefined;

type Asked = { readonly payload: unknown; readonly reply: (said: Reply<unknown>) => void };

/** At once where the handler knows at once: a relayed word waits for nothing. */
function answer<A extends Asks>(
  handlers: Handlers<A>,
  event: keyof A & string,
  { payload, reply }: Asked,
): void {
  const failed = (error: unknown): void => {
    say('error', 'an event could not be answered', faultOf(error));
    reply({ refused: 'unavailable' });
  };
  try {
    // The schema of this very event has just been applied to this payload.
    const said: unknown = handlers[event](payload);
    if (types.isPromise(said)) said.then((word) => reply(worded(word)), failed);
    else reply(worded(said));
  } catch (error) {
    failed(error);
  }
}

const worded = (said: unknown): Reply<unknown> => (isRefusal(said) ? said : { answer: said });

const isRefusal = (said: unknown): said is { refused: Refusal } =>
  typeof said === 'object' && said !== null && 'refused' in said;
