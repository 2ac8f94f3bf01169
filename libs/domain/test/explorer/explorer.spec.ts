// Every world of three callers and two volunteers that so many steps lead to; and that the explorer finds what is wrong
// when a rule is.
import { describe, expect, it } from '@jest/globals';
import type { LiveLine } from '../../src/live-line.js';
import { explore } from './explore.js';
import { pairWays } from './pair-ways.js';
import { everybodyIsHere } from './people-ways.js';
import { type Rules, rules } from './rules.js';
import { inTwoLanguages, inVain, sealedLate, start, type World } from './world.js';

const patience = 600_000;

describe('[I1, I2, I3, I4, I5, I6, I7, I8, I9, I10, LV1] hold in every world', () => {
  it(
    '[I1, I2, I3, I4, I5, I6, I7, I8, I9, I10, LV1] within eight steps from nobody',
    () => {
      const { violation, states } = explore({ depth: 8 });
      expect(violation).toBeUndefined();
      expect(states).toBeGreaterThan(10_000);
    },
    patience,
  );

  it(
    '[I1, I2, I3, I4, I5, I6, I7, I8, I9, I10, LV1] within five more of everybody being there',
    () => {
      const { violation, states } = explore({ depth: 5, from: everybodyIsHere(start, rules) });
      expect(violation).toBeUndefined();
      expect(states).toBeGreaterThan(5_000);
    },
    patience,
  );

  it(
    '[LG1, LG2, I5, I9, RB1] within four of everybody being there, one of whom asks for what one volunteer speaks',
    () => {
      const { violation, states } = explore({ depth: 4, from: everybodyIsHere(inTwoLanguages, rules) });
      expect(violation).toBeUndefined();
      expect(states).toBeGreaterThan(3_000);
    },
    patience,
  );

  it(
    '[RB2, RB4, RB5, RB6, RB8] within four of everybody being there, where a tab may remember the step before the last',
    () => {
      const { violation, states } = explore({ depth: 4, from: everybodyIsHere(sealedLate, rules) });
      expect(violation).toBeUndefined();
      expect(states).toBeGreaterThan(4_000);
    },
    patience,
  );

  it(
    '[LN7, I4, I8, RB1] within five of everybody being there, where nobody waits for longer than three ticks unheard',
    () => {
      const { violation, states } = explore({ depth: 5, from: everybodyIsHere(inVain, rules) });
      expect(violation).toBeUndefined();
      expect(states).toBeGreaterThan(5_000);
    },
    patience,
  );
});

/** Some rules, and from where they are gone by. */
type Wrong = Partial<Rules> & { readonly from?: World };

const wrong: [what: string, fault: string, Wrong][] = [
  [
    'who is given back stands last',
    'I6 a place changed',
    {
      withdrawOffer: (line, id) => {
        const { line: next, says } = rules.withdrawOffer(line, id);
        const back = [...next.callers.values()].find((one) => line.offers.get(id)?.caller === one.id);
        const last = Math.max(0, ...[...line.callers.values()].map(({ place }) => place));
        const callers = new Map(next.callers);
        if (back) callers.set(back.id, { ...back, place: last + 1 });
        return { line: { ...next, callers }, says };
      },
    },
  ],
  [
    'who is away is offered',
    'I5 somebody was offered who was not waiting, or not here',
    {
      makeOffer: (line, making) => {
        const { line: next, says } = rules.makeOffer(here(line, making.now), making);
        return { line: { ...next, callerTabs: line.callerTabs, volunteerTabs: line.volunteerTabs }, says };
      },
    },
  ],
  [
    'anybody may answer for anybody',
    'I10 two answers to one offer won',
    {
      acceptOffer: (line, answer) =>
        rules.acceptOffer(line, { ...answer, by: line.offers.get(answer.offer)?.volunteer ?? answer.by }),
    },
  ],
  [
    'an alarm does not look at the time',
    'I8 too early, and yet: newcomer-0 lapses',
    { lapse: (line, id, when) => rules.lapse(line, id, { ...when, grace: -1_000_000 }) },
  ],
  [
    'who was heard before is let go for having waited',
    'I8 too early, and yet: newcomer-0 has waited in vain',
    {
      outwait: (line, id, when) => {
        const caller = line.callers.get(id);
        const unheard = caller && new Map(line.callers).set(id, { ...caller, since: 'joined' });
        return unheard && caller.since !== 'joined'
          ? rules.outwait({ ...line, callers: unheard }, id, when)
          : rules.outwait(line, id, when);
      },
      from: givenBack(talking(everybodyIsHere(inVain, rules))),
    },
  ],
  [
    'nobody is ever still there',
    'I4 somebody is never heard',
    { standOffer: (line) => ({ line, says: 'too-late' }) },
  ],
  [
    'who asks for another language is passed over',
    'I4 somebody is never heard',
    {
      makeOffer: (line, making) => {
        const heard = new Map([...line.callers].filter(([, { language }]) => language === 'fr'));
        const { line: next, says } = rules.makeOffer({ ...line, callers: heard }, making);
        return { line: { ...next, callers: new Map([...line.callers, ...next.callers]) }, says };
      },
      from: inTwoLanguages,
    },
  ],
  [
    'an end that a node remembers counts for nothing',
    'RB5 somebody whose stay is over is still there',
    {
      remainsOver: (line) => ({ line, says: 'over' }),
      from: talking(everybodyIsHere(sealedLate, rules)),
    },
  ],
];

/** The first who waits has been taken. */
function talking(world: World): World {
  const taken = ['makeOffer', 'standOffer', 'acceptOffer'];
  return taken.reduce((now, rule) => pairWays(now, rules).find(({ by }) => by === rule)?.to ?? now, world);
}

/** Whoever talks is given back to the line. */
function givenBack(world: World): World {
  return pairWays(world, rules).find(({ by }) => by === 'handBack')?.to ?? world;
}

/** Everybody’s lease holds, whatever it says. */
const here = (line: LiveLine, now: number): LiveLine => ({
  ...line,
  callerTabs: new Map([...line.callerTabs].map(([id, tab]) => [id, { ...tab, until: now + 1 }])),
  volunteerTabs: new Map([...line.volunteerTabs].map(([id, tab]) => [id, { ...tab, until: now + 1 }])),
});

it.each(wrong)(
  '[I4, I5, I6, I8, I9, I10, RB5] it is found, with the way there, when %s',
  (_what, fault, { from = start, ...broken }) => {
    const { violation } = explore({ depth: 8, from, rules: { ...rules, ...broken } });
    expect(violation?.fault).toBe(fault);
    expect(violation?.path.length).toBeGreaterThan(0);
  },
);
