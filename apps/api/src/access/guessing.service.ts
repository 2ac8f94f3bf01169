// Slows whoever guesses at one pseudonym. In this process only: it is forgotten at a restart, and by time.
import { Injectable } from '@nestjs/common';
import {
  type AssociationId,
  delayAfter,
  foldPseudonym,
  guessesForgottenAfter,
  type Instant,
} from '@veille/domain';
import { Clock } from '../platform/clock/clock.js';

type Guesses = { readonly wrong: number; readonly last: Instant };
export type Name = { readonly association: AssociationId; readonly pseudonym: string };

/** A stranger who tries ever new names must not fill this process; the longest untouched go first. */
const mostNames = 10_000;

@Injectable()
export class GuessingService {
  readonly #guesses = new Map<string, Guesses>();

  constructor(private readonly clock: Clock) {}

  /** Counts the guess as wrong before it is known: a hundred at once are not one (AC8). */
  begin(name: Name): 'go-on' | 'too-fast' {
    const now = this.clock.now();
    const { wrong, last } = this.#of(name, now);
    if (now < last + delayAfter(wrong)) return 'too-fast';
    this.#set(name, { wrong: wrong + 1, last: now });
    return 'go-on';
  }

  wasRight(name: Name): void {
    this.#guesses.delete(keyOf(name));
  }

  /** Nobody looked at it: it does not count. */
  wasNotJudged(name: Name): void {
    const { wrong, last } = this.#of(name, this.clock.now());
    if (wrong > 1) this.#set(name, { wrong: wrong - 1, last });
    else this.#guesses.delete(keyOf(name));
  }

  #of(name: Name, now: Instant): Guesses {
    const guesses = this.#guesses.get(keyOf(name));
    const isFresh = guesses && now < guesses.last + guessesForgottenAfter;
    return isFresh ? guesses : { wrong: 0, last: 0 };
  }

  #set(name: Name, guesses: Guesses): void {
    this.#guesses.delete(keyOf(name)); // a Map keeps the order of insertion: now this name is the newest
    this.#guesses.set(keyOf(name), guesses);
    const [oldest] = this.#guesses.keys();
    if (this.#guesses.size > mostNames && oldest !== undefined) this.#guesses.delete(oldest);
  }
}

const keyOf = ({ association, pseudonym }: Name): string => `${association}/${foldPseudonym(pseudonym)}`;
