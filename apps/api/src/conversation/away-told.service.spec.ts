// Away: who is told of it when, and that leaving, dropping and being gone are told apart.
import { expect, it } from '@jest/globals';
import { firstSettings, seconds } from '@veille/domain';
import { aLiveService } from '../../test/harness/live-service.js';
import { theCaller } from '../../test/harness/scene.js';
import { PeerSight } from '../faces/peer-sight.js';
import { callerLeft } from '../line/line.facts.js';
import { presenceDropped } from '../presence/presence.facts.js';
import { peerChanged } from './conversation.facts.js';

const { awayTold, callerGrace } = firstSettings;

/** A caller and a volunteer who talk, and what the page of each is shown of the other. */
async function aTalk() {
  const service = await aLiveService();
  const talk = await service.talk();
  const sight = new PeerSight(service.lines, service.silence, service.clock);
  const { line } = service;
  const { id } = talk.conversation;
  const seenBy = async (person: typeof talk.caller) =>
    (await sight.talking(line, person, { id, sight: await service.rebuild.see(line, person) }))?.peer;
  return { service, ...talk, seenBy };
}

it('[PR6] a caller is not alarmed for a listener who is back in a moment', async () => {
  const { service, caller, volunteer, seenBy } = await aTalk();
  await service.closesTab(volunteer);
  await service.passes(awayTold - seconds(1));
  expect(await seenBy(caller)).toBe('here');
  await service.opensTab(volunteer);
  await service.passes(seconds(5));
  expect(await seenBy(caller)).toBe('here');
});

it('[PR6, AL1] after 45 seconds the caller is told, by an alarm that asks the leases', async () => {
  const { service, caller, volunteer, seenBy } = await aTalk();
  await service.closesTab(volunteer);
  const told = service.told(peerChanged);
  await service.passes(awayTold - 1);
  expect(told).toEqual([]);
  await service.passes(1);
  expect(told).toMatchObject([{ who: 'volunteer', peer: 'away', caller: caller.id }]);
  expect(await seenBy(caller)).toBe('away');
  await service.opensTab(volunteer);
  expect(await seenBy(caller)).toBe('here');
  await service.done(service.alarms.ringAllAgain());
  expect(told.at(-1)).toMatchObject({ peer: 'here' });
});

it('[PR6] a volunteer is told of their caller at once', async () => {
  const { service, caller, volunteer, seenBy } = await aTalk();
  await service.closesTab(caller);
  expect(await seenBy(volunteer)).toBe('away');
});

it('[PR7] who left by the button did not drop, who dropped has not left, and past the grace is gone', async () => {
  const service = await aLiveService();
  const [dropped, left] = [service.told(presenceDropped), service.told(callerLeft)];
  const [ana, bo] = [await service.callerComes(), await service.callerComes()];
  await service.done(service.lines.leave(service.line, ana));
  expect([dropped.length, left.map(({ why }) => why)]).toEqual([0, ['left']]);
  await service.closesTab(theCaller(bo));
  expect([dropped.length, left.length]).toEqual([1, 1]);
  await service.passes(callerGrace);
  expect(left.map(({ why }) => why)).toEqual(['left', 'lost']);
});
