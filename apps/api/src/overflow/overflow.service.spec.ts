// Overflow as its service runs it: who is let in, what is stated, and what the line learns of itself.
import { describe, expect, it } from '@jest/globals';
import {
  accountId,
  callerId,
  conversationId,
  firstSettings,
  lineId,
  minutes,
  placeId,
  seconds,
  volunteerId,
} from '@veille/domain';
import { callerReturned } from '../conversation/conversation.facts.js';
import { anOverflow } from '../../test/harness/an-overflow.js';
import { volunteersRecalled } from './overflow.facts.js';

const never = { ...firstSettings.hours, weekly: firstSettings.hours.weekly.map(() => []) };
const soon = { weekly: never.weekly.map(() => [{ from: '22:00', until: '23:10' }]) };

describe('newcomers', () => {
  it('[OV4] are let in while the line is open', async () => {
    const { overflow, line, stated } = await anOverflow();
    expect(await overflow.admit(line)).toBe('admit');
    expect(stated).toEqual([]);
  });

  it.each([
    ['closed', { mode: 'closed-now' }],
    ['draining', { mode: 'draining' }],
    ['closed', { onlyIfSomeone: true }],
  ] as const)('[OV4] are told %s, which is stated', async (why, settings) => {
    const { overflow, line, stated } = await anOverflow(settings);
    expect(await overflow.admit(line)).toBe(why);
    expect(stated).toContain(`refused ${why}`);
    expect(await overflow.status(line)).toMatchObject({ admission: why });
  });

  it('[OP5] are let in again as soon as someone is there', async () => {
    const { overflow, line, service } = await anOverflow({ onlyIfSomeone: true });
    await service.volunteerStarts('vera');
    expect(await overflow.admit(line)).toBe('admit');
  });

  it('[OV4] are told full at the cap', async () => {
    const { overflow, line, service } = await anOverflow({ hardCap: 2, recallAbove: 1 });
    await service.callerComes();
    expect(await overflow.admit(line)).toBe('admit');
    await service.callerComes();
    expect(await overflow.admit(line)).toBe('full');
  });

  it('[OV5] never exceed the offers that stand: who is offered has a volunteer', async () => {
    const { overflow, line, service } = await anOverflow({ hardCap: 2, recallAbove: 1 });
    for (const name of ['vera', 'omar', 'iris']) await service.volunteerStarts(name);
    for (const _ of [1, 2]) await service.callerComes();
    expect(await overflow.admit(line)).toBe('admit');
  });

  it('[OV4] of a line that is not there are an error, and no word', async () => {
    const { overflow } = await anOverflow();
    await expect(overflow.admit(lineId('never-was'))).rejects.toThrow();
  });
});

describe('newcomers who ask for a language', () => {
  it('[LG4] are told not-spoken while nobody on shift speaks it, which is stated, and let in once somebody does', async () => {
    const { overflow, line, service, stated } = await anOverflow({ languages: ['fr', 'en'] });
    await service.volunteerStarts('vera');
    expect(await overflow.admit(line, 'en')).toBe('not-spoken');
    expect(await overflow.admit(line, 'es')).toBe('not-spoken');
    expect(stated).toEqual(['refused not-spoken', 'refused not-spoken']);
    await service.volunteerStarts('walt', ['en']);
    expect(await overflow.admit(line, 'en')).toBe('admit');
    expect((await overflow.status(line)).languages).toEqual([
      { tag: 'fr', spoken: true },
      { tag: 'en', spoken: true },
    ]);
  });

  it('[LG7] and wait in it are told no band once nobody on shift speaks it any more', async () => {
    const { overflow, line, service } = await anOverflow({ languages: ['fr', 'en'] });
    for (const name of ['vera', 'omar']) await service.volunteerStarts(name);
    const at = await overflow.outlooks(line);
    expect([at(1).band, at(1, 'fr').band, at(1, 'en').band]).toEqual(['under-10', 'under-10', 'unknown']);
  });
});

describe('the status of a line', () => {
  it('[OP1] names today’s hours where the line goes by hours', async () => {
    const { overflow, line, clock, chooses } = await anOverflow();
    expect(await overflow.status(line)).toMatchObject({ today: undefined, opening: { at: 'open' } });
    await chooses({ mode: 'by-hours', hours: { ...firstSettings.hours, ...soon } });
    expect(await overflow.status(line)).toMatchObject({
      today: [{ from: '22:00', until: '23:10' }],
      opening: { at: 'open', until: clock.now() + minutes(10) },
    });
  });
});

describe('places', () => {
  it('[OV7] are told early that an answer is unlikely', async () => {
    const { overflow, line, service, store, clock } = await anOverflow();
    await store.add(line, clock.now(), { conversations: 40, talked: minutes(2_400) });
    await service.talk();
    const at = await overflow.outlooks(line);
    expect(at(1)).toEqual({ band: 'over-45', unlikely: true });
    for (const name of ['omar', 'iris', 'noor', 'lena', 'alex']) await service.talk(name);
    const now = await overflow.outlooks(line);
    expect(now(1)).toEqual({ band: '10-to-25', unlikely: false });
  });
});

describe('what is stated', () => {
  it('[OV9] overflow starts and ends, once', async () => {
    const { service, line, stated, overflow } = await anOverflow({ recallAbove: 1 });
    const first = await service.callerComes();
    await service.callerComes();
    await service.callerComes();
    expect(stated).toEqual(['overflow started']);
    await overflow.look(line);
    for (const name of ['vera', 'omar', 'iris']) await service.volunteerStarts(name);
    await service.done(service.lines.leave(line, first));
    expect(stated).toEqual(['overflow started', 'overflow ended']);
  });

  it('[OV9] of two nodes that look at once, one states it', async () => {
    const { line, stated, overflow, aNode, chooses, service } = await anOverflow();
    await overflow.look(line);
    await chooses({ mode: 'closed-now' });
    await service.done(Promise.all([overflow.look(line), aNode().look(line)]));
    expect(stated).toEqual(['closed']);
  });

  it('[OV10] the closing hour is noticed at its moment, by an alarm', async () => {
    const hours = { ...firstSettings.hours, ...soon };
    const { service, overflowAlarms, stated } = await anOverflow({ mode: 'by-hours', hours });
    await overflowAlarms.armNext();
    await service.passes(minutes(9));
    expect(stated).toEqual([]);
    await service.passes(minutes(1));
    expect(stated).toEqual(['closed']);
  });

  it('[OV10] what is chosen for a line is seen at once, be it a mode or a limit', async () => {
    const { service, stated, chooses, overflow, line } = await anOverflow({ recallAbove: 5 });
    for (let callers = 0; callers < 3; callers += 1) await service.callerComes();
    await overflow.look(line);
    await service.done(chooses({ recallAbove: 1 }, accountId('cora')));
    expect(stated).toEqual(['overflow started']);
    await service.done(chooses({ mode: 'closed-now' }, accountId('cora')));
    expect(stated).toContain('closed');
  });

  it('[OV10] a caller who returns to the line has it looked at', async () => {
    const { service, stated, chooses, overflow, line } = await anOverflow();
    await overflow.look(line);
    await chooses({ mode: 'closed-now' });
    expect(stated).toEqual([]);
    const pair = { caller: callerId('anna'), volunteer: volunteerId('vera'), from: placeId('home') };
    service.facts.state(callerReturned, {
      line,
      conversation: conversationId('one'),
      ...pair,
      lasted: minutes(3),
    });
    await service.facts.quiet();
    expect(stated).toEqual(['closed']);
  });

  it('[OV10] every line is looked at on a schedule, whatever alarm was lost', async () => {
    const { service, overflowAlarms, stated, chooses, overflow, line } = await anOverflow();
    await overflow.look(line);
    await chooses({ mode: 'closed-now' });
    service.alarms.areLost = true;
    await overflowAlarms.armNext();
    service.alarms.areLost = false;
    await service.passes(seconds(20));
    await overflowAlarms.armNext();
    await service.passes(seconds(20));
    expect(stated).toEqual(['closed']);
  });
});

describe('calls for help', () => {
  /** Three wait where one should: the line overflows. */
  async function tooMany() {
    const scene = await anOverflow({ recallAbove: 1 });
    const { service } = scene;
    const recalled = service.told(volunteersRecalled);
    const callers = [await service.callerComes(), await service.callerComes(), await service.callerComes()];
    const leave = async () => {
      for (const caller of callers) await service.done(service.lines.leave(service.line, caller));
    };
    return { ...scene, recalled, leave };
  }

  it('[RC3] are made at once when overflow starts, again every five seconds by an alarm, and no more once it ended', async () => {
    const { service, recalled, leave } = await tooMany();
    expect(recalled).toHaveLength(1);
    await service.passes(seconds(5));
    expect(recalled).toHaveLength(2);
    await service.passes(seconds(5));
    expect(recalled).toHaveLength(3);
    await leave();
    expect(recalled).toHaveLength(4);
    await service.passes(minutes(1));
    expect(recalled).toHaveLength(5);
    expect(service.alarms.waiting('volunteers-are-recalled')).toBe(0);
  });

  it('[RC3, I8] an alarm that comes late, twice or out of order arms no other one than there is', async () => {
    const { service, leave } = await tooMany();
    await service.passes(seconds(5));
    await service.done(service.alarms.ringAllAgain());
    expect(service.alarms.waiting('volunteers-are-recalled')).toBe(1);
    await leave();
    await service.passes(seconds(5));
    await service.done(service.alarms.ringAllAgain());
    expect(service.alarms.waiting('volunteers-are-recalled')).toBe(0);
  });
});

describe('what a line learns', () => {
  it('[OV2] how long people talk, wait, and wait in vain', async () => {
    const { service, store, line, clock } = await anOverflow();
    const { conversation } = await service.talk();
    const leaver = await service.callerComes();
    await service.passes(minutes(3));
    await service.done(service.lines.leave(line, leaver));
    await service.passes(minutes(9));
    await service.done(service.conversations.end(line, conversation, 'caller'));
    expect(await store.recent(line, clock.now())).toEqual({
      arrivals: 2,
      conversations: 1,
      talked: minutes(12),
      leavers: 1,
      waited: minutes(3),
    });
  });
});
