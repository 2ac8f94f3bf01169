// What must hold in every world, and between one and the next; every fault in words that begin with the invariant's number.
import { broken, couldMeet, unjust, unjustlyGiven } from '../../src/invariants.js';
import { callerLife, isStep, volunteerLife } from '../../src/lives.js';
import { alarms } from './fault-ways.js';
import type { Rules } from './rules.js';
import { keyOf } from './same.js';
import type { Way } from './way.js';
import type { World } from './world.js';

/** By which a caller may be gone afterwards. */
const farewells = ['leave', 'lapse', 'outwait', 'endConversation', 'loseCaller', 'remainsOver'];

export const faultsIn = (world: World, rules: Rules): string[] => [
  ...broken(world.line),
  ...lateAlarms(world, rules),
  ...secondAnswers(world, rules),
];

/** I8: an alarm before its time, and one that rings again, changes nothing. */
const lateAlarms = (world: World, rules: Rules): string[] =>
  alarms(world, rules).flatMap(({ what, isDue, rings }) => {
    const once = rings(world.line);
    const twice = rings(once);
    const tooEarly = !isDue && once !== world.line;
    const isSame = twice === once || keyOf({ ...world, line: twice }) === keyOf({ ...world, line: once });
    return [
      ...(tooEarly ? [`I8 too early, and yet: ${what}`] : []),
      ...(isSame ? [] : [`I8 twice, and not the same as once: ${what}`]),
    ];
  });

/** I10: whoever answers an offer that was taken, or that is another's, opens nothing. */
function secondAnswers({ line, now }: World, { acceptOffer }: Rules): string[] {
  return [...line.offers.values()].flatMap(({ id, volunteer }) => {
    const taken = acceptOffer(line, { offer: id, by: volunteer, now }).line;
    return [...line.volunteers.keys()].flatMap((by) => {
      const again = acceptOffer(taken, { offer: id, by, now }).line;
      const others = by === volunteer ? line : acceptOffer(line, { offer: id, by, now }).line;
      return again === taken && others === line ? [] : ['I10 two answers to one offer won'];
    });
  });
}

export const faultsOf = (before: World, way: Way): string[] => [
  ...(way.by === 'makeOffer' ? wrongMatch(before, way) : []),
  ...(way.by === 'handOver' ? wronglyGiven(before, way) : []),
  ...(way.by === 'remainsOver' && way.says === 'over' ? stillThere(before, way) : []),
  ...lostSomebody(before, way),
  ...wrongSteps(before, way),
];

function wrongMatch({ line, now }: World, { to, says }: Way): string[] {
  const offer = [...to.line.offers.values()].find(({ id }) => !line.offers.has(id));
  if (offer) return unjust(line, offer, now);
  return says !== 'offered' && couldMeet(line, now)
    ? ['I9 two could meet, and were not brought together']
    : [];
}

function wronglyGiven({ line, now }: World, { to }: Way): string[] {
  const offer = [...to.line.offers.values()].find(({ id }) => !line.offers.has(id));
  return offer ? unjustlyGiven(line, offer, now) : [];
}

/** RB5: whose end a node remembers is not on the line once it has said so, whatever older memories said. */
const stillThere = ({ ended }: World, { to }: Way): string[] =>
  [...ended.keys()].some((id) => !to.ended.has(id) && to.line.callers.has(id))
    ? ['RB5 somebody whose stay is over is still there']
    : [];

function lostSomebody(before: World, { by, to }: Way): string[] {
  return [...before.line.callers.values()].flatMap(({ id, place }) => {
    const still = to.line.callers.get(id);
    if (still) return still.place === place ? [] : ['I6 a place changed'];
    const isRemembered = to.memories.has(id);
    return isRemembered || (by !== undefined && farewells.includes(by)) ? [] : ['I4 a caller was lost'];
  });
}

/** LV1: only the steps of the table are taken. When the live store is lost nobody takes a step: all are gone at once. */
function wrongSteps({ line, lost }: World, { by, to }: Way): string[] {
  if (to.lost !== lost) return [];
  const steps = [
    ...changed(line.callers, to.line.callers, 'gone').filter(
      ({ from, to: there }) => by === undefined || !isStep(callerLife, { from, by, to: there }),
    ),
    ...changed(line.volunteers, to.line.volunteers, 'off').filter(
      ({ from, to: there }) => by === undefined || !isStep(volunteerLife, { from, by, to: there }),
    ),
  ];
  return steps.map(({ from, to: there }) => `LV1 not in the table: ${from} --${by}--> ${there}`);
}

type Held<Id, At> = ReadonlyMap<Id, { readonly at: At }>;

function changed<Id, At, None>(before: Held<Id, At>, after: Held<Id, At>, none: None) {
  const ids = new Set([...before.keys(), ...after.keys()]);
  return [...ids].flatMap((id) => {
    const [from, to] = [before.get(id)?.at ?? none, after.get(id)?.at ?? none];
    return from === to ? [] : [{ from, to }];
  });
}
