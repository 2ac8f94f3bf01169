// A live store that stays out: who waits or listens on this node is told so once, and once more when it answers again. A
// short outage is nobody's worry, and is not said (RB11).
import { Injectable } from '@nestjs/common';
import type { Instant, LineId } from '@veille/domain';
import type { TellOf, callerTells } from '@veille/shared';
import { Clock } from '../platform/clock/clock.js';
import { CallerTabs, ListenTabs } from './face-tabs.js';

/** The page says it at once: within five seconds of the failure (P13), asking a store that is only frozen included. */
const SAID_AFTER = 3_000;

type ServiceIs = TellOf<typeof callerTells, 'service.is'>;

@Injectable()
export class Outages {
  readonly #answered = new Map<LineId, Instant>();
  readonly #told = new Set<LineId>();

  constructor(
    private readonly callers: CallerTabs,
    private readonly listeners: ListenTabs,
    private readonly clock: Clock,
  ) {}

  /** The store answered about this line. */
  answered(line: LineId): void {
    this.#answered.set(line, this.clock.now());
    if (this.#told.delete(line)) this.#tell(line, { is: 'well' });
  }

  /** It was asked, and did not. */
  missed(line: LineId): void {
    const now = this.clock.now();
    const answered = this.#answered.get(line) ?? now;
    this.#answered.set(line, answered);
    if (now - answered < SAID_AFTER || this.#told.has(line)) return;
    this.#told.add(line);
    this.#tell(line, { is: 'out' });
  }

  /** Of a line that has nobody here there is nobody to tell. */
  keepOnly(lines: ReadonlySet<LineId>): void {
    for (const line of this.#answered.keys())
      if (!lines.has(line)) {
        this.#answered.delete(line);
        this.#told.delete(line);
      }
  }

  #tell(line: LineId, payload: ServiceIs): void {
    for (const tabs of [this.callers, this.listeners]) tabs.tellLine(line, { event: 'service.is', payload });
  }
}
