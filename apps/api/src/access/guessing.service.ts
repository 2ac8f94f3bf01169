// Slows whoever guesses at an account, on all nodes together: the one rule for passwords, PINs and whatever else is guessed at.
import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type AssociationId,
  browserKnownFor,
  foldPseudonym,
  type Instant,
  type Networks,
} from '@veille/domain';
import { NetworkService } from '../network/network.service.js';
import { Clock } from '../platform/clock/clock.js';
import { type Counting, GuessingStore } from './guessing.store.js';

export type Name = { readonly association: AssociationId; readonly pseudonym: string };
/**
 * Where a guess comes from. `browser`: the cookie of a browser that may be known; `device`: the id of one the service itself has
 * just recognised. Whoever brings neither is one of the strangers of their network.
 */
export type Source = {
  readonly networks?: Networks;
  readonly browser?: string | undefined;
  readonly device?: string | undefined;
};
/** What was begun and is to be judged: give it back as `wasRight` or `wasNotJudged`, and else it was wrong. */
export type Guess = { readonly counting: Counting; readonly at: Instant };

@Injectable()
export class GuessingService {
  constructor(
    private readonly store: GuessingStore,
    private readonly networks: NetworkService,
    private readonly clock: Clock,
  ) {}

  /** Counts the guess as wrong before it is known: a hundred at once are not one (AC8). */
  async begin(name: Name, { networks = [], browser, device }: Source = {}): Promise<Guess | 'too-fast'> {
    const at = this.clock.now();
    const own = device ?? (await this.#known(browser, name));
    // A crowd behind one network is slowed as a whole, and who is known is none of it (AC18, AC19).
    if (own === undefined && (await this.networks.turn('sign-in', networks)) === 'too-fast')
      return 'too-fast';
    const all = own === undefined ? digest('name', keyOf(name)) : digest('own', own, keyOf(name));
    const counting = { all, source: own === undefined ? digest(all, networks[0] ?? '') : digest(all) };
    return (await this.store.begin(counting, at)) === 'go-on' ? { counting, at } : 'too-fast';
  }

  async wasRight({ counting, at }: Guess): Promise<void> {
    await this.store.wasRight(counting, at);
  }

  /** Nobody looked at it: it does not count. */
  async wasNotJudged({ counting, at }: Guess): Promise<void> {
    await this.store.takeBack(counting, at);
  }

  /** They have just signed in with this browser. Gives what its cookie shall hold, which says nothing of anybody (AC19). */
  async know(name: Name, browser?: string): Promise<string> {
    const token = browser ?? randomBytes(32).toString('base64url');
    await this.store.know({ browser: digest(token), name: digest(keyOf(name)) }, browserKnownFor);
    return token;
  }

  async #known(browser: string | undefined, name: Name): Promise<string | undefined> {
    if (browser === undefined) return undefined;
    return (await this.store.isKnown({ browser: digest(browser), name: digest(keyOf(name)) }))
      ? browser
      : undefined;
  }
}

const keyOf = ({ association, pseudonym }: Name): string => `${association}/${foldPseudonym(pseudonym)}`;

/** Of a name, what is counted without saying whose it is. */
const digest = (...parts: string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
