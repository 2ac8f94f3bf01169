// Silence, as the service watches it: who is told what and when, how rarely it is written down, and which alarms there are.
import { expect, it } from '@jest/globals';
import { firstSettings, minutes, seconds } from '@veille/domain';
import { aLiveService } from '../../test/harness/live-service.js';
import { PeerSight } from '../faces/peer-sight.js';
import { silenceChanged } from './conversation.facts.js';

const { silenceNudge, silenceAsk, awayTold } = firstSettings;

async function aTalk() {
  let written = 0;
  const service = await aLiveService({
    stores: ({ conversations }) => {
      const heard = conversations.heard.bind(conversations);
      conversations.heard = (...given) => {
        written += 1;
        return heard(...given);
      };
      return { conversations };
    },
  });
  const talk = await service.talk();
  const told = service.told(silenceChanged);
  const sight = new PeerSight(service.lines, service.silence, service.clock);
  const { id } = talk.conversation;
  const seenBy = async (role: 'caller' | 'volunteer') => {
    const seen = await service.rebuild.see(service.line, talk[role]);
    return (await sight.talking(service.line, talk[role], { id, sight: seen }))?.silence;
  };
  const both = async () => [await seenBy('caller'), await seenBy('volunteer')];
  /** Somebody writes, and the node's duty comes by. */
  const writes = async () => {
    service.silence.hear(service.line, talk.conversation.id);
    service.silence.writeDown();
    await new Promise(setImmediate);
    await service.facts.quiet();
  };
  return { service, ...talk, told, both, writes, times: () => written };
}

it('[SL1, SL3] first the volunteer is told, then both; nothing ends, and nothing more rings', async () => {
  const { service, caller, told, both } = await aTalk();
  await service.passes(silenceNudge - 1);
  expect([await both(), told.length]).toEqual([[undefined, undefined], 0]);
  await service.passes(1);
  expect([await both(), told.length]).toEqual([[undefined, 'nudge'], 1]);
  await service.passes(silenceAsk - silenceNudge);
  expect([await both(), told.length]).toEqual([['ask', 'ask'], 2]);
  await service.passes(minutes(60));
  await service.isSwept();
  expect([await service.where(caller), told.length]).toEqual(['talking', 2]);
});

it('[SL2] a word ends it at once, and it begins anew', async () => {
  const { service, told, both, writes } = await aTalk();
  await service.passes(silenceAsk);
  await writes();
  expect([await both(), told.length]).toEqual([[undefined, undefined], 3]);
  await service.passes(silenceNudge);
  expect(await both()).toEqual([undefined, 'nudge']);
});

it('[SL2] however much is written, it is written down twice a minute, and the last word is not forgotten', async () => {
  const { service, conversation, writes, times } = await aTalk();
  for (let second = 0; second < 300; second += 1) {
    await writes();
    await service.passes(seconds(1));
  }
  expect(times()).toBeLessThanOrEqual(11);
  const last = service.clock.now() - seconds(1);
  await service.passes(seconds(30));
  service.silence.writeDown();
  await new Promise(setImmediate);
  expect((await service.conversations.find(service.line, conversation.id))?.heardAt).toBe(last);
});

it('[SL3, I8] alarms that are late, doubled or of another silence tell nothing untrue and become one again', async () => {
  const { service, told, writes } = await aTalk();
  for (let minute = 0; minute < 30; minute += 1) {
    await service.passes(minutes(1));
    await writes();
  }
  await service.done(service.alarms.ringAllAgain());
  expect(told).toEqual([]);
  expect(service.alarms.waiting('conversation-silence')).toBeLessThanOrEqual(2);
});

it('[SL3] with every alarm lost a page that asks is told the same', async () => {
  const { service, told, both } = await aTalk();
  service.alarms.areLost = true;
  await service.passes(silenceNudge + awayTold + silenceAsk);
  expect(await both()).toEqual(['ask', 'ask']);
  expect(told.length).toBeLessThanOrEqual(1);
});
