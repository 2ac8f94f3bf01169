// What is held about one caller: asked of the store at that moment, and told with how long it is kept for a closed tab.
import { Injectable } from '@nestjs/common';
import type { CallerId, Duration, LineId } from '@veille/domain';
import { LineService } from '../line/line.service.js';
import { Clock } from '../platform/clock/clock.js';
import { type HeldEntry, HeldStore } from './held.store.js';

@Injectable()
export class HeldService {
  constructor(
    private readonly store: HeldStore,
    private readonly lines: LineService,
    private readonly clock: Clock,
  ) {}

  /** Without a caller there is no name to look under: whoever has not joined has none anywhere. */
  async about(
    line: LineId,
    caller: CallerId | undefined,
  ): Promise<{ grace: Duration; entries: HeldEntry[] }> {
    const { callerGrace, conversationGrace } = await this.lines.settings(line);
    const entries = caller === undefined ? [] : await this.store.of(line, caller, this.clock.now());
    const talks = entries.some(({ what }) => what === 'conversation');
    return { grace: talks ? conversationGrace : callerGrace, entries };
  }
}
