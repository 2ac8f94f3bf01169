// That nobody is at a dead end: from any world, whoever comes back and meets volunteers who are willing is heard (I4).
import type { LiveRule } from '../../src/lives.js';
import { alarms, returns, saysWhoIsOver, ticks } from './fault-ways.js';
import { pairWays } from './pair-ways.js';
import { peopleWays } from './people-ways.js';
import type { Rules } from './rules.js';
import { keyOf } from './same.js';
import { comesAlive, into, isAlive } from './way.js';
import { everybody, type World } from './world.js';

const soon = 80;
/** What brings callers nearer to somebody, or frees somebody for them, the nearest first. */
const helpful: readonly LiveRule[] = [
  ...(['acceptOffer', 'standOffer', 'wake', 'withdrawOffer', 'endConversation'] as const),
  ...(['startShift', 'becomeFree', 'makeOffer'] as const),
];

/** Remembers from which worlds everybody is heard: a way that comes to one of them need not be gone further. */
export class Hearing {
  readonly #fine = new Set<string>();

  constructor(private readonly rules: Rules) {}

  /** Everybody does what helps, for a while; `false` when somebody is not heard by it. Who is gone has left, or was away too long. */
  hearsEverybody(world: World, key: string): boolean {
    const passed = [key];
    const heard = new Set<string>();
    let now = world;
    for (let step = 0; step < soon; step += 1) {
      for (const { id, at } of now.line.callers.values()) if (at === 'talking') heard.add(id);
      const waits = now.callers.some(
        (id) => !heard.has(id) && (now.line.callers.has(id) || now.memories.has(id)),
      );
      if (!waits || this.#fine.has(passed.at(-1) ?? '')) {
        for (const one of passed) this.#fine.add(one);
        return true;
      }
      now = helped(now, this.rules);
      passed.push(keyOf(now));
    }
    return false;
  }
}

function helped(world: World, rules: Rules): World {
  for (const person of everybody(world)) {
    const [back] = returns(world, rules, person);
    if (back) return back.to;
    const known =
      person.role === 'caller' ? world.line.callers.has(person.id) : world.line.volunteers.has(person.id);
    if (known && !isAlive(world, person.id)) return comesAlive(world, person);
  }
  const [over] = saysWhoIsOver(world, rules);
  if (over) return over.to;
  // Who is let go for having waited in vain is not heard by it.
  const due = alarms(world, rules).find(
    ({ by, isDue, rings }) => by !== 'outwait' && isDue && rings(world.line) !== world.line,
  );
  if (due) return into(world, due.rings(world.line)) ?? world;
  const ways = [...pairWays(world, rules), ...peopleWays(world, rules)];
  for (const rule of helpful) {
    const next = ways.find(({ by, says }) => by === rule && (by !== 'makeOffer' || says === 'offered'));
    if (next) return next.to;
  }
  return ticks(world);
}
