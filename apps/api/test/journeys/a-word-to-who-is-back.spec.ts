// Two who talk on two nodes: one goes and is back, and the other's node never hears of it. Their words get through all the same.
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { CallerTabs, ListenTabs } from '../../src/faces/face-tabs.js';
import { aService, type Service } from '../harness/a-service.js';
import { anEnvelope } from '../harness/envelopes.js';
import { eventually } from '../harness/eventually.js';
import { aPair, aVolunteer, type CallerTab } from '../harness/people.js';

/** Half of what a pair whose peer is here is good for, and of the time between two pings. */
const SOON = 5_000;
const A_PACE = 200;

let service: Service;
beforeAll(async () => {
  service = await aService({
    nodes: 2,
    settings: { CONVERSATION_GRACE_SECONDS: '300', VOLUNTEER_GRACE_SECONDS: '300', AWAY_TOLD_SECONDS: '0.4' },
  });
});
afterAll(() => service.end());

/** From here on the others hear from this node neither that a pair is another nor that somebody is to be looked at. */
function tellsNoOther(node: number): void {
  for (const role of [CallerTabs, ListenTabs]) {
    const tabs = service.nodes[node]?.app.get<CallerTabs>(role) ?? never();
    for (const telling of ['pairChanged', 'askToLook'] as const)
      jest.spyOn(tabs, telling).mockReturnValue(undefined);
  }
}

/** Asked no oftener than a page may. */
async function relayed(caller: CallerTab, conversation: string): Promise<unknown> {
  await new Promise((resolve) => setTimeout(resolve, A_PACE));
  return caller.ask('conversation.typing', { conversation });
}

it('[DO10] whoever is back hears what is said a second later, though nobody said that they are', async () => {
  const { caller, volunteer, cookie, conversation } = await aPair(service, { caller: 0, volunteer: 1 });
  const ticket = volunteer.last('volunteer.ticket')?.ticket;
  volunteer.die();
  await caller.until('caller.is', (is) => is.at === 'talking' && is.peer === 'away');
  expect(await relayed(caller, conversation)).toEqual({ answer: { relay: 'peer-away' } });
  tellsNoOther(1);
  const { tab } = await aVolunteer(service, 1, { cookie, ticket });
  await tab.until('volunteer.is', ({ at }) => at === 'talking');
  const gotThrough = async () =>
    expect(await relayed(caller, conversation)).toEqual({ answer: { relay: 'relayed' } });
  await eventually(gotThrough, SOON);
  await caller.ask('conversation.say', anEnvelope(conversation, 1));
  await eventually(() => expect(tab.told('conversation.say')).toHaveLength(1));
});

function never(): never {
  throw new Error('a service has this node');
}
