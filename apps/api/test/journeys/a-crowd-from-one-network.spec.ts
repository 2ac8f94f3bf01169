// A crowd from one network waits its turn, on whichever nodes it knocks, and nobody from elsewhere waits for it.
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { rates } from '@veille/domain';
import { WIRE_VERSION } from '@veille/shared';
import { io, type Socket } from 'socket.io-client';
import { aService, type Service } from '../harness/a-service.js';

let service: Service;
const tabs: Socket[] = [];
beforeAll(async () => {
  service = await aService({ nodes: 2, settings: { PROXY_DEPTH: '1' } });
});
afterAll(async () => {
  for (const tab of tabs) tab.disconnect();
  await service.end();
});

/** What the service says to somebody who comes from this address and wants to be heard. */
async function joinsFrom(address: string, node: number): Promise<unknown> {
  const tab = io(`${service.at(node)}/caller`, {
    auth: { version: WIRE_VERSION, line: 'principale' },
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { 'x-forwarded-for': `192.0.2.1, ${address}` },
  });
  tabs.push(tab);
  tab.onAny((event: string, ...rest: unknown[]) => {
    const answer = rest.at(-1);
    if (event === 'presence.ping' && typeof answer === 'function') Reflect.apply(answer, undefined, [{}]);
  });
  return tab.timeout(60_000).emitWithAck('line.join', {});
}

it('[NW3] a crowd from one network waits its turn on all nodes together, and nobody from elsewhere waits for it', async () => {
  const { burst, every, patience } = rates.join;
  const began = performance.now();
  const crowd = await Promise.all(
    Array.from({ length: burst + 40 }, (_, one) => joinsFrom(`203.0.113.${one}`, one % 2)),
  );
  const turnedAway = crowd.filter((said) => JSON.stringify(said) === '{"refused":"too-fast"}').length;
  const took = performance.now() - began;
  // While it lasted, one more came into its turn every so often.
  expect(turnedAway).toBeGreaterThanOrEqual(40 - Math.ceil((patience + took) / every));
  expect(turnedAway).toBeLessThanOrEqual(40 - patience / every);
  expect(await joinsFrom('198.51.100.1', 0)).not.toHaveProperty('refused', 'too-fast');
});

it('[NW1, NW2] what is known of it is a name nobody can read, and ends by itself', async () => {
  const keys = await service.live.client.keys('{networks}:*');
  expect(keys.length).toBeGreaterThan(1);
  expect(keys.join(' ')).not.toMatch(/203|198|cb0071|c63364/);
  for (const key of keys) expect(await service.live.client.pttl(key)).toBeGreaterThan(0);
});
