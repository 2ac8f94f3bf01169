// The logger of the house: static sentences only, so that no line can ever hold a person.
import { types } from 'node:util';

type Level = 'info' | 'warn' | 'error';

/** A sentence known when the code was written: a text, or a template with a value in it, would name keys without end. */
export type Sentence<S extends string> = Record<never, never> extends Record<S, true> ? never : S;

export function say<S extends string>(level: Level, sentence: Sentence<S>, fault?: Fault): void {
  const line = { level, say: sentence, ...(fault && { fault }) };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** What may be said of an error: its class and its code. Never its message: messages quote what they choke on. */
export type Fault = { kind: string; code?: string };

export function faultOf(error: unknown): Fault {
  if (!types.isNativeError(error)) return { kind: 'not-an-error' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { kind: error.constructor.name, ...(code !== undefined && /^[A-Z_]{2,40}$/.test(code) && { code }) };
}

/** For a promise nobody awaits: says that it failed, and no more. */
export const reported =
  <S extends string>(sentence: Sentence<S>) =>
  (error: unknown): void =>
    say<S>('error', sentence, faultOf(error));
