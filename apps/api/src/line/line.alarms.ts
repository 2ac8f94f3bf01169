// The line's alarms: a caller's tab is away, or the caller sleeps, and the place is kept only so long; and nobody waits in vain.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { callerId, lineId, type LineId } from '@veille/domain';
import * as v from 'valibot';
import { lineChosen } from '../association/association.facts.js';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Facts } from '../platform/facts.js';
import { presenceDropped } from '../presence/presence.facts.js';
import { callerAsleep, callerJoined, callerLeft } from './line.facts.js';
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

/**
 * Somebody has waited as long as anybody should. One alarm a line, for whoever is the next: one a caller would name, for
 * hours, people who are long gone (I7). `at` is the version; rung early, it arms the next.
 */
export const lineOutwaits = alarm(
  'line-outwaits',
  v.strictObject({ line: v.pipe(v.string(), v.transform(lineId)), at: v.number() }),
  ({ line, at }) => `${line}_${at}`,
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
    this.#lettingGo();
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
  /** Whoever comes after the next one is nobody's alarm yet: the one before them arms theirs. */
  #lettingGo(): void {
    this.alarms.answer(lineOutwaits, async ({ line }) => {
      await this.lines.outwaitAll(line);
      await this.#armNext(line);
    });
    this.facts.when(callerJoined, async ({ line, caller }) => {
      const next = await this.lines.nextToOutwait(line);
      if (next?.caller === caller) await this.alarms.arm(lineOutwaits, { line, at: next.at }, next.at);
    });
    // The sweep let them go: the alarm was lost, and with it those that it would have armed.
    this.facts.when(callerLeft, async ({ line, why }) => {
      if (why === 'waited-too-long') await this.#armNext(line);
    });
    this.facts.when(lineChosen, ({ line }) => this.#armNext(line));
  }

  async #armNext(line: LineId): Promise<void> {
    const next = await this.lines.nextToOutwait(line);
    if (next) await this.alarms.arm(lineOutwaits, { line, at: next.at }, next.at);
  }
}
