// Whatever node changes something, the node of the tab tells it: nothing that is told overtakes anything.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { callerId, firstLine, mainOf, offerId } from '@veille/domain';
import { offerMade } from '../../src/offer/offer.facts.js';
import { Facts } from '../../src/platform/facts.js';
import { VolunteerService } from '../../src/volunteer/volunteer.service.js';
import { eventually } from '../harness/eventually.js';
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

it.each([0, 1])(
  '[TL4] an offer that was over before it was told does not stay on the page, made by node %s',
  async (node) => {
    const { tab: volunteer } = await aFreeVolunteer(service, 0);
    const app = service.nodes[node]?.app;
    const line = firstLine.id;
    const free = await app?.get(VolunteerService).freeHere(line);
    const over = { id: offerId(`over-${node}`), caller: callerId('gone'), at: 'standing', until: 0 } as const;
    const caller = { joinedAt: 0, language: mainOf([]), since: 'joined' } as const;
    for (const { id } of free ?? [])
      app?.get(Facts).state(offerMade, { line, caller, offer: { ...over, volunteer: id } });
    await eventually(() => {
      const told = volunteer.heard.map(({ event, payload }) => whatIs(event, payload));
      expect(told).toContain('volunteer.is offered');
      expect(told.lastIndexOf('volunteer.is free')).toBeGreaterThan(told.lastIndexOf('volunteer.is offered'));
    });
  },
);

const whatIs = (event: string, payload: unknown): string =>
  typeof payload === 'object' && payload !== null && 'at' in payload
    ? `${event} ${String(payload.at)}`
    : event;
