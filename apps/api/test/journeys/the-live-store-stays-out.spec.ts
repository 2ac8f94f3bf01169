// The live store dies and nothing stands in its place for a while: who waits is told so, and where they were is where they are.
import { afterEach, expect, it } from '@jest/globals';
import { aService, type Service } from '../harness/a-service.js';
import { eventually } from '../harness/eventually.js';
import { aFreeVolunteer, aPair, aWaitingCaller, placeOf } from '../harness/people.js';

let service: Service;
afterEach(() => service.end());

it('[RB11] everybody on both nodes is told that it is out, and that it is well again; their places stay', async () => {
  service = await aService({ nodes: 2, settings: { STILL_THERE_SECONDS: '0' } });
  const { caller: talking } = await aPair(service, { caller: 0, volunteer: 1 });
  const callers = [await aWaitingCaller(service, 0), await aWaitingCaller(service, 1)];
  const places = callers.map(placeOf);
  const { tab: listener } = await aFreeVolunteer(service, 1);
  await service.live.dies();
  const everybody = [...callers, listener];
  const areTold = (is: 'out' | 'well') =>
    eventually(() => {
      const last = everybody.map(
        ({ heard }) => heard.findLast(({ event }) => event === 'service.is')?.payload,
      );
      expect(last).toEqual(everybody.map(() => ({ is })));
    });
  await areTold('out');
  const heard = callers.map((tab) => tab.heard.length);
  await service.live.standsAgain();
  await areTold('well');
  await eventually(() => expect(callers.map(placeOf)).toEqual(places));
  for (const [n, tab] of callers.entries())
    for (const { event, payload } of tab.heard.slice(heard[n]))
      if (event === 'caller.is' || event === 'line.moved')
        expect(payload).toMatchObject({ place: places[n] });
  expect(talking.last('caller.is')).toMatchObject({ at: 'talking', peer: 'here' });
});
