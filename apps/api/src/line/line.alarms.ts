// The line's alarms: a caller's tab is away, or the caller sleeps, and the place is kept only so long.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { callerId, lineId } from '@veille/domain';
import * as v from 'valibot';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';
import { presenceDropped } from '../presence/presence.facts.js';
import { callerAsleep } from './line.facts.js';
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

/** `since` is the version: who woke and fell asleep again has another one. */
export const callerOversleeps = alarm(
  'caller-oversleeps',
  v.strictObject({
    line: v.pipe(v.string(), v.transform(lineId)),
    caller: v.pipe(v.string(), v.transform(callerId)),
    since: v.number(),
  }),
  ({ caller, since }) => `${caller}_${since}`,
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
    this.alarms.answer(callerOversleeps, ({ line, caller }) => this.lines.lapse(line, caller));
    this.facts.when(callerAsleep, async ({ line, caller, at: since }) => {
      const { callerGrace } = await this.lines.settings(line);
      await this.alarms.arm(callerOversleeps, { line, caller, since }, since + callerGrace);
    });
    this.facts.when(presenceDropped, async ({ line, person, tab, at }) => {
      if (person.role !== 'caller') return;
      const { callerGrace } = await this.lines.settings(line);
      await this.alarms.arm(callerLapses, { line, caller: person.id, tab }, at + callerGrace);
    });
  }
}
