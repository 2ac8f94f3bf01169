// Half sessions kept in this process for a test; they end by the test's own clock.
import type { AccountId, Duration, Instant } from '@veille/domain';
import { HalfSessionStore, type Trying, type TryLimits } from '../../../src/factor/half-session.store.js';
import type { Clock } from '../../../src/platform/clock/clock.js';
import { newSecret } from '../../../src/platform/secrets.js';

type Half = {
  readonly account: AccountId;
  readonly until: Instant;
  tries: number;
  challenge: string | undefined;
};

export class HalfSessionMemoryStore extends HalfSessionStore {
  readonly #halves = new Map<string, Half>();
  readonly #wrong = new Map<AccountId, { wrong: number; last: Instant }>();

  constructor(private readonly clock: Clock) {
    super();
  }

  async begin(account: AccountId, keptFor: Duration): Promise<string> {
    const token = newSecret();
    this.#halves.set(token, { account, until: this.clock.now() + keptFor, tries: 0, challenge: undefined });
    return token;
  }

  async account(token: string): Promise<AccountId | undefined> {
    return this.#standing(token)?.account;
  }

  async keepChallenge(token: string, challenge: string): Promise<'kept' | 'over'> {
    const half = this.#standing(token);
    if (!half) return 'over';
    half.challenge = challenge;
    return 'kept';
  }

  async try(token: string, limits: TryLimits, now: Instant): Promise<Trying | 'over' | 'too-fast'> {
    const half = this.#standing(token);
    if (!half || half.tries >= limits.mostTries) return 'over';
    const before = this.#wrong.get(half.account);
    const { wrong, last } =
      before && now < before.last + limits.forgottenAfter ? before : { wrong: 0, last: 0 };
    if (now < last + (limits.delays[Math.min(wrong, limits.delays.length - 1)] ?? 0)) return 'too-fast';
    const { challenge } = half;
    half.tries += 1;
    half.challenge = undefined;
    this.#wrong.set(half.account, { wrong: wrong + 1, last: now });
    return { challenge };
  }

  async end(token: string): Promise<'ended' | 'over'> {
    const half = this.#standing(token);
    if (!half) return 'over';
    this.#halves.delete(token);
    this.#wrong.delete(half.account);
    return 'ended';
  }

  #standing(token: string): Half | undefined {
    const half = this.#halves.get(token);
    return half && this.clock.now() < half.until ? half : undefined;
  }
}
