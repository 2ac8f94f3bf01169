// Every fact becomes its increment, once.
import { expect, it } from '@jest/globals';
import {
  conversationFrom,
  firstLine,
  minutes,
  offerId,
  placeId,
  volunteerId,
  callerId,
} from '@veille/domain';
import { CountersMemoryStore } from '../test/harness/memory/counters.memory-store.js';
import { aLiveService } from '../test/harness/live-service.js';
import {
  callerHandedOver,
  callerReturned,
  conversationEnded,
  conversationInterrupted,
  conversationOpened,
} from './conversation/conversation.facts.js';
import { CountersService } from './counters/counters.service.js';
import { Counting } from './counting.js';
import { callerDropped, callerJoined, callerLeft } from './line/line.facts.js';
import { callerRefused } from './overflow/overflow.facts.js';

const line = firstLine.id;
const caller = callerId('c');
const pair = {
  line,
  caller,
  volunteer: volunteerId('v'),
  conversation: conversationFrom(offerId('o')),
  from: placeId('home'),
};
const left = { line, caller, waited: minutes(2), offer: undefined };

async function counted() {
  const { facts, associations, clock } = await aLiveService();
  const counters = new CountersService(new CountersMemoryStore(), associations, clock);
  new Counting(counters, facts).onModuleInit();
  const counts = async () => {
    await facts.quiet();
    const today = await counters.today(line);
    if (today === 'no-such-line') throw new Error('the line is there');
    return Object.fromEntries(Object.entries(today.counts).filter(([, count]) => count > 0));
  };
  return { facts, counts };
}

it('[CT1] newcomers, let in or not', async () => {
  const { facts, counts } = await counted();
  facts.state(callerJoined, { line, caller });
  facts.state(callerRefused, { line, why: 'closed' });
  facts.state(callerRefused, { line, why: 'hopeless' });
  expect(await counts()).toEqual({ offered: 3, admitted: 1, 'refused-closed': 1, 'refused-hopeless': 1 });
});

it.each([
  ['left', 'left'],
  ['hopeless', 'hopeless'],
  ['lost', 'gone'],
  ['waited-too-long', 'waited-too-long'],
] as const)('[CT1] who waited and %s is counted as %s', async (why, as) => {
  const { facts, counts } = await counted();
  facts.state(callerLeft, { ...left, why, heard: false });
  expect(await counts()).toEqual({ [as]: 1 });
});

it.each(['left', 'hopeless', 'lost'] as const)(
  '[CT7] who was heard before and %s did not go before being heard',
  async (why) => {
    const { facts, counts } = await counted();
    facts.state(callerLeft, { ...left, why, heard: true });
    expect(await counts()).toEqual({ 'not-heard-again': 1 });
  },
);

it('[CT1] a caller who is heard again was answered once', async () => {
  const { facts, counts } = await counted();
  const opened = { ...pair, waited: minutes(3) };
  facts.state(conversationOpened, { ...opened, again: false });
  facts.state(callerReturned, { ...pair, lasted: minutes(6) });
  facts.state(conversationOpened, { ...opened, again: true });
  facts.state(callerHandedOver, { ...pair, to: 'line', lasted: minutes(9) });
  facts.state(conversationOpened, { ...opened, again: true });
  expect(await counts()).toEqual({
    answered: 1,
    'ended-by-listener-lost': 1,
    'handed-over': 1,
  });
});

it.each([
  ['caller', { 'ended-by-caller': 1 }],
  ['volunteer', { 'ended-by-volunteer': 1 }],
  ['caller-lost', { 'ended-by-loss': 1 }],
] as const)('[CT1] a conversation ended by %s', async (by, said) => {
  const { facts, counts } = await counted();
  facts.state(conversationEnded, { ...pair, by, lasted: minutes(20) });
  expect(await counts()).toEqual(said);
});

it('[CT1, PR7] a tab that closes while its person waits is dropped, and not gone; while they talk, it interrupts', async () => {
  const { facts, counts } = await counted();
  facts.state(callerDropped, { line, caller });
  facts.state(conversationInterrupted, pair);
  expect(await counts()).toEqual({ dropped: 1, interrupted: 1 });
});
