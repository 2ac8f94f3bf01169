// The alarm of recalls: while a line overflows, those who wished to be called are looked at again and again, and once when it ends.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { lineId, type LineId, seconds } from '@veille/domain';
import * as v from 'valibot';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Clock } from '../platform/clock/clock.js';
import { Facts } from '../platform/facts.js';
import { overflowEnded, overflowStarted, volunteersRecalled } from './overflow.facts.js';
import { OverflowService } from './overflow.service.js';

/** `at` is the version: whoever looks in the same stretch of time arms the same alarm. It names nobody. */
export const volunteersAreRecalled = alarm(
  'volunteers-are-recalled',
  v.strictObject({ line: v.pipe(v.string(), v.transform(lineId)), at: v.number() }),
  ({ line, at }) => `${line}_${at}`,
);

/** Whoever stops or pauses while the line overflows could come as well, and is called this soon. */
const recallEvery = seconds(5);

@Injectable()
export class RecallAlarms implements OnModuleInit {
  constructor(
    private readonly overflow: OverflowService,
    private readonly alarms: Alarms,
    private readonly clock: Clock,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.alarms.answer(volunteersAreRecalled, ({ line }) => this.#recall(line));
    this.facts.when(overflowStarted, ({ line }) => this.#recall(line));
    this.facts.when(overflowEnded, ({ line }) => this.facts.state(volunteersRecalled, { line }));
  }

  /** Harmless early, twice or late: who was called is not called again, and a line that does not overflow calls nobody. */
  async #recall(line: LineId): Promise<void> {
    this.facts.state(volunteersRecalled, { line });
    if (!(await this.overflow.isOverflowing(line))) return;
    const at = (Math.floor(this.clock.now() / recallEvery) + 1) * recallEvery;
    await this.alarms.arm(volunteersAreRecalled, { line, at }, at);
  }
}
