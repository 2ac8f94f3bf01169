// Whatever node changes something, the node of the tab tells it: nothing that is told overtakes anything.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { accepts, aFreeVolunteer, aWaitingCaller } from '../harness/people.js';

let service: Service;
beforeAll(async () => {
  service = await aService({ nodes: 2 });
});
afterAll(() => service.end());

const ROUNDS = 20;

it('[TL4] a volunteer whose callers are on another node is told all of it in the order in which it was', async () => {
  const { tab: volunteer } = await aFreeVolunteer(service, 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    const caller = await aWaitingCaller(service, 1);
    const conversation = await accepts(volunteer);
    await caller.until('caller.is', ({ at }) => at === 'talking');
    const before = volunteer.heard.length;
    await caller.ask('conversation.end', { conversation });
    await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
    const told = volunteer.heard.slice(before).map(({ event, payload }) => whatIs(event, payload));
    const changes = told.filter((one) => one === 'conversation.over' || one.startsWith('volunteer.is'));
    expect(changes.indexOf('conversation.over')).toBe(changes.lastIndexOf('conversation.over'));
    expect(changes.indexOf('conversation.over')).toBeLessThan(changes.indexOf('volunteer.is breather'));
    expect(changes.slice(changes.indexOf('volunteer.is breather'))).not.toContain('volunteer.is talking');
    await volunteer.ask('shift.free', {});
    await volunteer.until('volunteer.is', ({ at }) => at === 'free');
  }
});

const whatIs = (event: string, payload: unknown): string =>
  typeof payload === 'object' && payload !== null && 'at' in payload
    ? `${event} ${String(payload.at)}`
    : event;
