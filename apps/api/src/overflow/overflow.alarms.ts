// The alarms of overflow: every line is looked at on a schedule, and at the very moment it opens or closes.
import {
  Injectable,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { lineId, seconds, type LineId } from '@veille/domain';
import * as v from 'valibot';
import { AssociationService } from '../association/association.service.js';
import { alarm, Alarms } from '../platform/alarms/alarms.js';
import { Clock } from '../platform/clock/clock.js';
import { type Duty, every } from '../platform/clock/every.js';
import { OverflowService } from './overflow.service.js';

const payload = v.strictObject({ line: v.pipe(v.string(), v.transform(lineId)), at: v.number() });

/** `at` is the version: nodes that arm the same moment arm one alarm. */
export const lineIsLookedAt = alarm('line-is-looked-at', payload, ({ line, at }) => `${line}_${at}`);
export const lineTurns = alarm('line-turns', payload, ({ line, at }) => `${line}_${at}`);

const lookEvery = seconds(15);
/** Every node arms the next look, again and again: one that is lost is lost once. */
const armEvery = seconds(5);

@Injectable()
export class OverflowAlarms implements OnModuleInit, OnApplicationBootstrap, OnModuleDestroy {
  #duty: Duty | undefined;

  constructor(
    private readonly overflow: OverflowService,
    private readonly associations: AssociationService,
    private readonly alarms: Alarms,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.alarms.answer(lineIsLookedAt, ({ line }) => this.#look(line));
    this.alarms.answer(lineTurns, ({ line }) => this.#look(line));
  }

  onApplicationBootstrap(): void {
    this.#duty = every(armEvery, () => this.armNext());
  }

  async onModuleDestroy(): Promise<void> {
    await this.#duty?.stop();
  }

  async armNext(): Promise<void> {
    const at = (Math.floor(this.clock.now() / lookEvery) + 1) * lookEvery;
    for (const { id: line } of await this.associations.lines())
      await this.alarms.arm(lineIsLookedAt, { line, at }, at);
  }

  async #look(line: LineId): Promise<void> {
    const at = await this.overflow.look(line);
    if (at !== undefined) await this.alarms.arm(lineTurns, { line, at }, at);
  }
}
