// A move: one Lua file, one guarded change, answered in words. This runs it, and holds it to its declaration.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { types } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Clock, StoreClock } from '../clock/clock.js';
import type { Redis } from './client.js';
import { storeTime } from './store-time.js';

type Shape = {
  readonly keys: readonly string[];
  readonly args: readonly string[];
  readonly says: readonly string[];
};
export type LuaMove<S extends Shape> = S & { readonly text: string; readonly sha: string };

/** What a move is given: every declared key and argument, by name. */
type Given<S extends Shape> = {
  keys: Record<S['keys'][number], string>;
  args: Record<Exclude<S['args'][number], 'notAfter'>, string | number>;
};
/** A move says one of its words; some add details in plain strings. */
export type Said<S extends Shape> = { word: Word<S>; details: string[] };
type Word<S extends Shape> = Exclude<S['says'][number], 'stale'>;

/** `file` is relative to the api's sources, e.g. `offer/accept-offer.lua`; its header states the same shape (CK). */
export function luaMove<const S extends Shape>(file: string, shape: S): LuaMove<S> {
  const text = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  return { ...shape, text, sha: createHash('sha1').update(text).digest('hex') };
}

/** A move the store ran too late to be meant, or a word no declaration knows: an outage or a bug, never an answer. */
export class MoveFailed extends Error {}

/** How long after it was asked for a move may still run: as long as somebody waits for its answer (client.ts), and no longer. */
const PATIENCE = 1_500;

/** Runs moves, on whichever store it is given. */
@Injectable()
export class Moves {
  constructor(
    private readonly redis: Redis,
    private readonly clock: Clock,
  ) {}

  async run<S extends Shape>(move: LuaMove<S>, given: Given<S>): Promise<Said<S>> {
    const [word, ...details] = (await this.#ask(move, given)) ?? (await this.#askAgain(move, given)) ?? [];
    if (word === undefined || !saysOf(move, word))
      throw new MoveFailed('a move came too late, or answered what it does not say');
    return { word, details };
  }

  /** A stale move changed nothing; if it was our idea of the store's time that was off, it can be asked again. */
  async #askAgain<S extends Shape>(move: LuaMove<S>, given: Given<S>): Promise<string[] | undefined> {
    if (!(this.clock instanceof StoreClock)) return undefined;
    await this.clock.set(() => storeTime(this.redis));
    return this.#ask(move, given);
  }

  /** What the move says; `undefined` when it says that it came too late. */
  async #ask<S extends Shape>(move: LuaMove<S>, { keys, args }: Given<S>): Promise<string[] | undefined> {
    const named: Record<string, string | number> = { ...args, notAfter: this.clock.now() + PATIENCE };
    const reply = await this.#evaluate(move, [
      ...move.keys.map((name: S['keys'][number]) => keys[name]),
      ...move.args.map((name) => named[name] ?? ''),
    ]);
    const said = Array.isArray(reply) ? reply.map(String) : [String(reply)];
    return said[0] === 'stale' ? undefined : said;
  }

  async #evaluate(move: LuaMove<Shape>, given: (string | number)[]): Promise<unknown> {
    try {
      return await this.redis.evalsha(move.sha, move.keys.length, ...given);
    } catch (error) {
      // A store that is new, or was restarted, does not know the script yet: that refusal ran nothing.
      if (!types.isNativeError(error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return this.redis.eval(move.text, move.keys.length, ...given);
    }
  }
}

const saysOf = <S extends Shape>(move: LuaMove<S>, word: string): word is Word<S> =>
  word !== 'stale' && move.says.includes(word);
