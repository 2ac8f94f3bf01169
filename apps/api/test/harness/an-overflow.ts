// Overflow on top of the live services in memory: what it states, what it says to newcomers, and its alarms.
import type { AccountId, LineSettings } from '@veille/domain';
import { OverflowAlarms } from '../../src/overflow/overflow.alarms.js';
import {
  callerRefused,
  lineClosed,
  lineOpened,
  overflowEnded,
  overflowStarted,
} from '../../src/overflow/overflow.facts.js';
import { OverflowService } from '../../src/overflow/overflow.service.js';
import { OverflowSight } from '../../src/overflow/overflow-sight.service.js';
import { RecallAlarms } from '../../src/overflow/recall.alarms.js';
import { RecentService } from '../../src/overflow/recent.service.js';
import { aLiveService } from './live-service.js';
import { OverflowMemoryStore } from './memory/overflow.memory-store.js';

export async function anOverflow(settings: Partial<LineSettings> = {}) {
  const service = await aLiveService();
  const { clock, facts, associations, lines, volunteers, alarms, line } = service;
  const store = new OverflowMemoryStore();
  const aNode = () =>
    new OverflowService(new OverflowSight(store, associations, lines, volunteers, clock), store, facts);
  const overflow = aNode();
  overflow.onModuleInit();
  new RecentService(store, clock, facts).onModuleInit();
  const overflowAlarms = new OverflowAlarms(overflow, associations, alarms, clock);
  overflowAlarms.onModuleInit();
  new RecallAlarms(overflow, alarms, clock, facts).onModuleInit();
  const stated: string[] = [];
  facts.when(overflowStarted, () => void stated.push('overflow started'));
  facts.when(overflowEnded, () => void stated.push('overflow ended'));
  facts.when(lineOpened, () => void stated.push('opened'));
  facts.when(lineClosed, () => void stated.push('closed'));
  facts.when(callerRefused, ({ why }) => void stated.push(`refused ${why}`));
  /** Without `by`: as on a node whose facts this one does not hear. */
  const chooses = (chosen: Partial<LineSettings>, by?: AccountId) => associations.choose(line, chosen, by);
  await chooses(settings);
  return { service, line, clock, store, overflow, aNode, overflowAlarms, stated, chooses };
}
