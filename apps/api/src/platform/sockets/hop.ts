// The hop to a tab on another node: a channel for each person whose tab is here, and nothing kept for who is nowhere.
import { reported } from '../log/log.js';
import type { Redis } from '../redis/client.js';

/** What is told to a tab: an event, and a payload that may be read from JSON again as it was. */
export type Told = { readonly event: string; readonly payload: unknown; readonly volatile?: boolean };

export abstract class Hop {
  /** Whatever is told on this channel from now on, until `leave`. */
  abstract hear(channel: string, hearer: (told: Told) => void): void;
  abstract leave(channel: string): void;
  /** To whichever node hears this channel; if none does, to nobody. */
  abstract tell(channel: string, told: Told): void;
}

export class RedisHop extends Hop {
  readonly #hearers = new Map<string, (told: Told) => void>();

  /** Two connections that wait for the store as long as it takes; the adapter of the sockets speaks over them too. */
  constructor(
    readonly pub: Redis,
    readonly sub: Redis,
  ) {
    super();
    sub.on('smessage', (channel: string, said: string) => this.#heard(channel, said));
  }

  hear(channel: string, hearer: (told: Told) => void): void {
    this.#hearers.set(channel, hearer);
    void this.sub.ssubscribe(channel).catch(reported('a tab cannot be reached from other nodes'));
  }

  leave(channel: string): void {
    this.#hearers.delete(channel);
    void this.sub.sunsubscribe(channel).catch(reported('a tab that went is still listened for'));
  }

  tell(channel: string, { event, payload, volatile }: Told): void {
    const said = JSON.stringify([event, payload, volatile === true]);
    void this.pub.spublish(channel, said).catch(reported('a tab on another node could not be told'));
  }

  #heard(channel: string, said: string): void {
    const told = toldIn(said);
    if (told) this.#hearers.get(channel)?.(told);
  }
}

/** What another node said; `undefined` for what no node of ours says. */
function toldIn(said: string): Told | undefined {
  try {
    const read: unknown = JSON.parse(said);
    if (!Array.isArray(read) || typeof read[0] !== 'string') return undefined;
    return { event: read[0], payload: read[1], volatile: read[2] === true };
  } catch {
    return undefined;
  }
}
