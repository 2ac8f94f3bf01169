// What a loss may catch halfway: a tab whose ticket is of before the last step, and an end that only a node remembers.
import type { CallerId } from '../../src/ids.js';
import type { Person } from '../../src/presence.js';
import type { Remembered } from '../../src/rebuild.js';
import { lost, remembered } from './fault-ways.js';
import type { Way } from './way.js';
import { everybody, type World } from './world.js';

/** Each of these steps is taken, and the live store is lost before some whom it changed were given a newer ticket. */
export function lateWays(before: World, ways: readonly Way[]): Way[] {
  if (!before.sealsLate || before.lost) return [];
  return ways.flatMap((way) => {
    if (way.by === undefined || way.to.lost) return [];
    return someOf(changed(before, way.to)).map((late) => ({
      ...way,
      what: `${way.what}; the live store is lost, and the tab of ${late.map(({ id }) => id).join(' and ')} knows it not`,
      to: lostLate(before, way.to, late),
    }));
  });
}

function lostLate(before: World, after: World, late: readonly Person[]): World {
  const to = lost(after);
  const old = late.flatMap((person): [Person['id'], Remembered][] => {
    const memory = remembered(before, person);
    return memory ? [[person.id, { ...memory, asOf: before.now - 1 }]] : [];
  });
  const gone = [...before.line.callers.keys()].filter((id) => !after.line.callers.has(id));
  const ended = new Map(gone.map((id): [CallerId, number] => [id, after.now]));
  return { ...to, memories: new Map([...to.memories, ...old]), ended };
}

/** Who was on the line before the step and after it, and not as they were. */
const changed = (before: World, after: World): Person[] =>
  everybody(before).filter((person) => {
    const [was, is] = [recordOf(before, person), recordOf(after, person)];
    return was !== undefined && is !== undefined && was !== is;
  });

const recordOf = ({ line }: World, person: Person) =>
  person.role === 'caller' ? line.callers.get(person.id) : line.volunteers.get(person.id);

/** Every choice of at least one of them. */
const someOf = <T>(all: readonly T[]): T[][] =>
  all.reduce<T[][]>((chosen, one) => [...chosen, ...chosen.map((some) => [...some, one]), [one]], []);
