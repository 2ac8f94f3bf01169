// Enrolments under way, kept in this process for a test; they end by the test's own clock.
import type { Duration, Instant } from '@veille/domain';
import { type Enrolment, EnrolmentStore } from '../../../src/factor/enrolment.store.js';
import type { Clock } from '../../../src/platform/clock/clock.js';

export class EnrolmentMemoryStore extends EnrolmentStore {
  readonly #kept = new Map<string, { enrolment: Enrolment; until: Instant }>();

  constructor(private readonly clock: Clock) {
    super();
  }

  async keep(session: string, enrolment: Enrolment, keptFor: Duration): Promise<void> {
    this.#kept.set(session, { enrolment, until: this.clock.now() + keptFor });
  }

  async find(session: string): Promise<Enrolment | undefined> {
    const kept = this.#kept.get(session);
    return kept && this.clock.now() < kept.until ? kept.enrolment : undefined;
  }

  async end(session: string): Promise<'ended' | 'over'> {
    return this.#kept.delete(session) ? 'ended' : 'over';
  }
}
