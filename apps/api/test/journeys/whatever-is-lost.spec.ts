// Whatever telling is lost, between nodes or from the store, both pages show the truth within ten seconds.
import { afterEach, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aPair, isOffered, aFreeVolunteer, aWaitingCaller } from '../harness/people.js';
import { aProxy, type Proxy } from '../harness/proxy.js';
import { aRedis } from '../harness/redis.js';

const WITHIN = 14_000;

let ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends) await end();
  ends = [];
});

/** A service whose live store can lose its replies. */
async function aServiceBehind(): Promise<{ service: Service; proxy: Proxy }> {
  const live = await aRedis();
  const proxy = await aProxy(live.url);
  const service = await aService({ settings: { REDIS_LIVE_URL: proxy.url } });
  ends = [() => service.end(), () => proxy.stop(), () => live.stop()];
  return { service, proxy };
}

it('[TL1] what one node told another in a gap is told again', async () => {
  const service = await aService({ nodes: 2 });
  ends = [() => service.end()];
  const { caller, volunteer, conversation } = await aPair(service, { caller: 0, volunteer: 1 });
  await Promise.all([
    service.live.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub'),
    volunteer.ask('conversation.end', { conversation }),
  ]);
  await eventually(() => expect(caller.last('caller.is')?.at).toBe('gone'), WITHIN);
  await volunteer.until('volunteer.is', ({ at }) => at === 'breather');
});

it('[TL1] an end whose reply was lost is an end, and both are told', async () => {
  const { service, proxy } = await aServiceBehind();
  const { caller, volunteer, conversation } = await aPair(service);
  proxy.loseReplies('cut');
  const asked = caller.ask('conversation.end', { conversation });
  expect(await asked).toEqual({ refused: 'unavailable' });
  proxy.heal();
  await eventually(async () => {
    // The page asks again until the service knows; here, what the first time did may be known already.
    await caller.ask('conversation.end', { conversation });
    expect(caller.last('caller.is')?.at).toBe('gone');
  }, WITHIN);
  await eventually(() => expect(volunteer.last('volunteer.is')?.at).toBe('breather'), WITHIN);
});

it('[TL1] an acceptance whose reply was lost is a conversation, and both are told', async () => {
  const { service, proxy } = await aServiceBehind();
  const { tab: volunteer } = await aFreeVolunteer(service);
  const caller = await aWaitingCaller(service);
  const offer = await isOffered(volunteer);
  proxy.loseReplies('cut');
  expect(await volunteer.ask('offer.accept', { offer })).toEqual({ refused: 'unavailable' });
  proxy.heal();
  await eventually(async () => {
    await volunteer.ask('offer.accept', { offer });
    expect(volunteer.last('volunteer.is')?.at).toBe('talking');
    expect(caller.last('caller.is')?.at).toBe('talking');
  }, WITHIN);
});
