// After a loss: who is put back, as what, and who is not.
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aLine,
  ana,
  bo,
  firstTalk,
  isFree,
  isHere,
  t0,
  talks,
  theCaller,
  theVolunteer,
  vera,
  waits,
  walt,
} from '../test/a-line.js';
import { afterALoss, lost, remembered, remembers } from '../test/a-loss.js';
import { broken } from './invariants.js';
import { endConversation, loseVolunteer } from './conversation.js';
import { offerId } from './ids.js';
import { inOrder, leave } from './line.js';
import type { LiveLine } from './live-line.js';
import { acceptOffer, declineOffer, makeOffer, skipCaller, standOffer } from './offer.js';
import { appear, presenceOf } from './presence.js';
import { isSettling, putBack, remainsOver, settling } from './rebuild.js';
import { becomeFree, goAway } from './volunteer.js';

const now = t0 + 60_000;
const when = { now, breatherUntil: now + 30_000 };
const back = (line: LiveLine, ...memories: ReturnType<typeof remembers>[]) =>
  memories.reduce((so, memory) => putBack(so, memory, when).line, line);

const offered = (line: LiveLine, at: 'asking' | 'standing') =>
  makeOffer(line, { id: offerId('o'), at, now: t0 + 5, until: t0 + 25_000 }).line;

describe('whoever comes back', () => {
  const before = aLine(waits(ana, t0), waits(bo, t0 + 1), isFree(vera, t0 + 2));

  it('[RB1] a caller has the place they had, whoever comes first', () => {
    const after = back(lost(), remembers(before, theCaller(bo)), remembers(before, theCaller(ana)));
    expect(inOrder(after)).toEqual(inOrder(before));
  });

  it('[RB1] a volunteer has the turn they had, or the pause', () => {
    const paused = goAway(aLine(isFree(walt)), walt).line;
    const after = back(lost(), remembers(before, theVolunteer(vera)), remembers(paused, theVolunteer(walt)));
    expect(after.volunteers.get(vera)).toEqual(before.volunteers.get(vera));
    expect(after.volunteers.get(walt)).toEqual(paused.volunteers.get(walt));
  });

  it('[RB1] who slept sleeps on, at their place', () => {
    const asleep = skipCaller(offered(before, 'asking'), offerId('o'), t0 + 25_000).line;
    const after = back(lost(), remembers(asleep, theCaller(ana)));
    expect(after.callers.get(ana)).toEqual(asleep.callers.get(ana));
  });

  it.each(['asking', 'standing'] as const)('[RB2] of an offer that was %s nothing is left', (at) => {
    const held = offered(before, at);
    const after = back(lost(), remembers(held, theCaller(ana)), remembers(held, theVolunteer(vera)));
    expect(after.callers.get(ana)).toEqual(before.callers.get(ana));
    expect(after.volunteers.get(vera)).toEqual(before.volunteers.get(vera));
    expect(acceptOffer(after, { offer: offerId('o'), by: vera, now }).says).toBe('too-late');
    expect(declineOffer(after, { offer: offerId('o'), by: vera, now }, now).says).toBe('too-late');
    expect(standOffer(after, offerId('o'), { now, until: now + 1 }).says).toBe('too-late');
  });

  it('[RB3] twice is once', () => {
    const once = back(lost(), remembers(before, theCaller(ana)));
    const twice = putBack(once, remembers(before, theCaller(ana)), when);
    expect(twice).toEqual({ line: once, says: 'here' });
  });

  it('[RB9] the number of their tab is the one they had, and never falls', () => {
    const newest = appear(before, theCaller(ana), t0).line;
    const after = back(lost(), remembers(newest, theCaller(ana)));
    expect(presenceOf(after, theCaller(ana))).toEqual({ tab: 2, until: now });
    const third = appear(after, theCaller(ana), now + 1);
    expect(third.says).toBe(3);
    expect(presenceOf(back(third.line, remembers(before, theCaller(ana))), theCaller(ana))?.tab).toBe(3);
  });

  it('[RB7] from the first one on the line settles for three seconds', () => {
    expect(isSettling(lost(), now)).toBe(false);
    const first = back(lost(), remembers(before, theCaller(ana)));
    const later = putBack(first, remembers(before, theCaller(bo)), { ...when, now: now + 1_000 }).line;
    expect([first, later].map((line) => isSettling(line, now + settling - 1))).toEqual([true, true]);
    expect(isSettling(later, now + settling)).toBe(false);
  });

  it('[RB7] and nobody is matched meanwhile', () => {
    const both = isHere(theCaller(ana))(isFree(walt, now)(back(lost(), remembers(before, theCaller(ana)))));
    const made = (at: number) =>
      makeOffer(both, { id: offerId('o2'), at: 'standing', now: at, until: at + 1 });
    expect(made(now + settling - 1)).toEqual({ line: both, says: 'settling' });
    expect(made(now + settling).says).toBe('offered');
  });
});

describe('who is over', () => {
  const before = aLine(waits(ana), isFree(vera));
  const memory = remembers(before, theCaller(ana));

  it('[RB4] stays over while the store was not lost', () => {
    const left = leave(before, ana).line;
    expect(putBack(left, memory, when)).toEqual({ line: left, says: 'over' });
  });

  it('[RB5] who left after they were put back does not come back', () => {
    const left = leave(back(lost(), memory), ana).line;
    expect(putBack(left, memory, when)).toEqual({ line: left, says: 'over' });
  });

  it('[RB5] nor who left before the loss, if a node remembers it, whatever is heard first', () => {
    const over = { ...when, asOf: memory.asOf };
    const first = remainsOver(lost(), theCaller(ana), over).line;
    expect(putBack(first, memory, when)).toEqual({ line: first, says: 'over' });
    const second = remainsOver(back(lost(), memory), theCaller(ana), over);
    expect([second.says, second.line.callers.size]).toEqual(['over', 0]);
    expect(putBack(second.line, memory, when).says).toBe('over');
  });

  it('[RB5] an end is not believed of somebody who was seen after it', () => {
    const here = back(lost(), remembers(before, theCaller(ana), t0 + 9));
    expect(remainsOver(here, theCaller(ana), { ...when, asOf: t0 + 1 })).toEqual({
      line: here,
      says: 'here',
    });
  });

  it('[RB4] a shift that began in this epoch is nobody’s memory', () => {
    const anew = isFree(vera, now)(lost());
    const paused = goAway(aLine(isFree(vera)), vera).line;
    expect(putBack(anew, remembers(paused, theVolunteer(vera)), when)).toEqual({ line: anew, says: 'here' });
  });
});

describe('two who talk', () => {
  const before = aLine(waits(ana), isFree(vera), talks(vera));
  const [heard, listens] = [remembers(before, theCaller(ana)), remembers(before, theVolunteer(vera))];

  it.each([
    ['caller', heard],
    ['volunteer', listens],
  ])('[RB1] talk again as soon as the %s is back', (_who, memory) => {
    const after = back(lost(), memory);
    expect(after.conversations).toEqual(before.conversations);
    expect(after.callers).toEqual(before.callers);
    expect(after.volunteers).toEqual(before.volunteers);
  });

  it('[RB8] the other one is away since then, and the graces decide as always', () => {
    const after = back(lost(), heard);
    expect(presenceOf(after, theVolunteer(vera))).toEqual({ tab: 1, until: now });
    const here = appear(after, theCaller(ana), now + 90_000).line;
    const lapsed = loseVolunteer(here, firstTalk, { grace: 40_000, now: now + 40_000 });
    expect(lapsed.says).toBe('returned');
    expect(lapsed.line.callers.get(ana)).toMatchObject({ at: 'waiting', since: 'listener-lost' });
    expect(putBack(lapsed.line, listens, when).says).toBe('over');
  });

  it('[RB5] a conversation that was ended since is over for both', () => {
    const ended = endConversation(back(lost(), heard), firstTalk, now + 1).line;
    expect([putBack(ended, heard, when).says, putBack(ended, listens, when).says]).toEqual(['over', 'here']);
    expect(ended.volunteers.get(vera)?.at).toBe('breather');
  });

  it('[RB8] if one of them went another way, the caller is in the line again, and the volunteer rests', () => {
    const elsewhere = isFree(vera, now)(lost());
    const caller = putBack(elsewhere, heard, when).line.callers.get(ana);
    expect(caller).toMatchObject({ at: 'waiting', place: t0, since: 'listener-lost' });
    const left = leave(back(lost(), remembers(aLine(waits(ana)), theCaller(ana))), ana).line;
    expect(putBack(left, listens, when).line.volunteers.get(vera)).toMatchObject({ at: 'breather' });
  });

  it('[RB6] the newer memory holds, in whatever order they come', () => {
    const waited = remembers(aLine(waits(ana)), theCaller(ana), t0 - 5);
    const free = remembers(aLine(isFree(vera)), theVolunteer(vera), t0 - 5);
    for (const order of [
      [waited, free, heard],
      [waited, listens, free],
      [heard, free, waited],
    ])
      expect(back(lost(), ...order).callers.get(ana)).toMatchObject({ at: 'talking' });
    const parted = loseVolunteer(before, firstTalk, { grace: 0, now: t0 * 3_000 }).line;
    const apart = remembers(parted, theCaller(ana), t0 + 9);
    for (const order of [
      [apart, listens],
      [listens, apart],
    ]) {
      const after = back(lost(), ...order);
      expect(after.callers.get(ana)).toMatchObject({ at: 'waiting', since: 'listener-lost' });
      expect(after.volunteers.get(vera)).toMatchObject({ at: 'breather' });
    }
  });

  it('[RB6] what happened since, in the new epoch, is newer than any memory', () => {
    const after = back(lost(), remembers(aLine(waits(ana)), theCaller(ana), t0 - 5));
    const both = isHere(theCaller(ana))(isFree(walt, now)(after));
    const talking = talks(walt, offerId('o2'), now + settling)(both);
    expect(talking.callers.get(ana)?.at).toBe('talking');
    const late = putBack(talking, listens, when).line;
    expect(late.callers).toEqual(talking.callers);
    expect(late.volunteers.get(vera)?.at).toBe('breather');
    const freed = becomeFree(late, vera, now).line;
    expect(putBack(freed, heard, when)).toEqual({ line: freed, says: 'here' });
  });
});

it('[I1, I2, I3, I7] hold whatever is remembered, in whatever order', () => {
  fc.assert(
    fc.property(fc.array(remembered, { maxLength: 12 }), (all) => {
      for (const line of afterALoss(all)) expect(broken(line)).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
