// Every way the service says no, and the one shape of every answer: a refusal is a word, and it changed nothing.
import * as v from 'valibot';
import { turnings } from './line.js';

/**
 * - `malformed`: the payload is not what the event takes, or is too large
 * - `unknown`: no such event on this face
 * - `not-now`: known and well formed, but not in this state
 * - `too-fast`: slow down, nothing was done
 * - `too-late`, `not-yours`: the offer is over, or another's
 * - `unavailable`: the service cannot say (an outage); ask again in a moment
 * - `not-spoken`: nobody who hears the line now speaks the language that was asked for
 * - `network-closed`: for a while nobody is let in who comes from the same network; it says nothing of them
 * - `closed`, `draining`, `full`, `too-close-to-closing`, `hopeless`: nobody is let into the line now
 */
export const refusals = [
  'malformed',
  'unknown',
  'not-now',
  'too-fast',
  'too-late',
  'not-yours',
  'unavailable',
  'not-spoken',
  'network-closed',
  ...turnings,
] as const;
export const refusal = v.picklist(refusals);
export type Refusal = v.InferOutput<typeof refusal>;

/** Why a socket is not let in. `refused` is the same word for a ticket that is forged, altered, expired or over. */
export const doorRefusals = [
  'malformed',
  'version',
  'refused',
  'signed-out',
  'unavailable',
  'too-many',
] as const;
export const doorRefusal = v.picklist(doorRefusals);
export type DoorRefusal = v.InferOutput<typeof doorRefusal>;

/** What every asked event is answered: the answer, or one word. */
export type Reply<Answer> = { answer: Answer } | { refused: Refusal };
export const replyOf = <S extends v.GenericSchema>(answer: S) =>
  v.union([v.strictObject({ answer }), v.strictObject({ refused: refusal })]);

/** What a face may ask: the payload it takes and the answer it gets. */
export type Ask = { payload: v.GenericSchema; answer: v.GenericSchema };
export type Asks = Record<string, Ask>;
/** What a face may be told: event name to payload. */
export type Tells = Record<string, v.GenericSchema>;

export type PayloadOf<A extends Asks, E extends keyof A> = v.InferOutput<A[E]['payload']>;
export type AnswerOf<A extends Asks, E extends keyof A> = v.InferOutput<A[E]['answer']>;
export type TellOf<T extends Tells, E extends keyof T> = v.InferOutput<T[E]>;

export const nothing = v.strictObject({});
