// Walks through every world that can be reached in so many steps, each once, the nearest first; judges all of them.
import { faultWays } from './fault-ways.js';
import { Hearing } from './heard.js';
import { faultsIn, faultsOf } from './judge.js';
import { lateWays } from './late-ways.js';
import { pairWays } from './pair-ways.js';
import { peopleWays } from './people-ways.js';
import { type Rules, rules as ownRules } from './rules.js';
import { keyOf } from './same.js';
import type { Way } from './way.js';
import { start, type World } from './world.js';

export type Explored = {
  readonly states: number;
  readonly transitions: number;
  readonly depth: number;
  /** The shortest way to something that must not be, step by step; `undefined` when there is none. */
  readonly violation: { readonly fault: string; readonly path: readonly string[] } | undefined;
};
export type Asked = {
  readonly depth: number;
  readonly rules?: Rules;
  /** Without one: nobody is there. */
  readonly from?: World;
  /** Called after every depth. */
  readonly heard?: (depth: number, states: number) => void;
};

type Step = { readonly before: number; readonly what: string };

export function explore({ depth, rules = ownRules, from = start, heard }: Asked): Explored {
  const hearing = new Hearing(rules);
  const seen = new Set([keyOf(from)]);
  const steps: Step[] = [{ before: -1, what: '' }];
  let [front, transitions]: [{ world: World; at: number }[], number] = [[{ world: from, at: 0 }], 0];
  for (let deep = 1; deep <= depth; deep += 1) {
    const next: { world: World; at: number }[] = [];
    for (const { world, at } of front)
      for (const way of waysFrom(world, rules)) {
        transitions += 1;
        const [wrong] = faultsOf(world, way);
        const key = keyOf(way.to);
        if (wrong === undefined && seen.has(key)) continue;
        seen.add(key);
        steps.push({ before: at, what: way.what });
        const fault = wrong ?? faultsIn(way.to, rules)[0] ?? deadEnd(hearing, way.to, key);
        if (fault !== undefined)
          return { states: seen.size, transitions, depth: deep, violation: { fault, path: pathTo(steps) } };
        next.push({ world: way.to, at: steps.length - 1 });
      }
    front = next;
    heard?.(deep, seen.size);
  }
  return { states: seen.size, transitions, depth, violation: undefined };
}

function waysFrom(world: World, rules: Rules): Way[] {
  const ways = [...peopleWays(world, rules), ...pairWays(world, rules), ...faultWays(world, rules)];
  return [...ways, ...lateWays(world, ways)];
}

const deadEnd = (hearing: Hearing, world: World, key: string): string | undefined =>
  hearing.hearsEverybody(world, key) ? undefined : 'I4 somebody is never heard';

/** To the step that was taken last. */
function pathTo(steps: readonly Step[]): string[] {
  const path: string[] = [];
  for (let step = steps.at(-1); step && step.before >= 0; step = steps[step.before]) path.unshift(step.what);
  return path;
}
