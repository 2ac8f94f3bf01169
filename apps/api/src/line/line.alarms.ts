// The line's alarm: a caller's tab is away, and its place is kept only so long.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { callerId, lineId } from '@veille/domain';
import * as v from 'valibot';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';
import { presenceDropped } from '../presence/presence.facts.js';
import { LineService } from './line.service.js';

/** `tab` is the version: a caller who came back has a newer one, and their lease answers for itself. */
export const callerLapses = alarm(
  'caller-lapses',
  v.strictObject({
    line: v.pipe(v.string(), v.transform(lineId)),
    caller: v.pipe(v.string(), v.transform(callerId)),
    tab: v.number(),
  }),
  ({ caller, tab }) => `${caller}_${tab}`,
);

@Injectable()
export class LineAlarms implements OnModuleInit {
  constructor(
    private readonly lines: LineService,
    private readonly alarms: Alarms,
    private readonly facts: Facts,
  ) {}

  onModuleInit(): void {
    this.alarms.answer(callerLapses, ({ line, caller }) => this.lines.lapse(line, caller));
    this.facts.when(presenceDropped, async ({ line, person, tab, at }) => {
      if (person.role !== 'caller') return;
      const { callerGrace } = await this.lines.settings(line);
      await this.alarms.arm(callerLapses, { line, caller: person.id, tab }, at + callerGrace);
    });
  }
}
