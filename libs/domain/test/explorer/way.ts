// One thing that can happen next, and the world after it.
import type { CallerId, VolunteerId } from '../../src/ids.js';
import type { LiveLine } from '../../src/live-line.js';
import type { LiveRule } from '../../src/lives.js';
import { appear, forget, type Person, presenceOf } from '../../src/presence.js';
import { lasts, type World } from './world.js';

export type Way = {
  /** In a few words. */
  readonly what: string;
  /** The rule that moves somebody by it, if one does. */
  readonly by?: LiveRule;
  readonly to: World;
  readonly says?: unknown;
};

export type Id = CallerId | VolunteerId;

/** `undefined` when nothing is otherwise: then there is nowhere to go. */
export const into = (world: World, line: LiveLine): World | undefined =>
  line === world.line ? undefined : { ...world, line };

/** A tab of theirs answers from now on. */
export function comesAlive(world: World, person: Person): World {
  const { line } = appear(world.line, person, world.now + lasts.lease);
  return { ...world, line, living: new Set(world.living).add(person.id) };
}

/** Their tab does not answer any more, whatever the service knows of it. */
export function fallsSilent(world: World, id: Id): World {
  const living = new Set(world.living);
  living.delete(id);
  return { ...world, living };
}

/** Who is gone, and who is off, is known no more. */
export function forgotten(world: World, person: Person): World {
  const silent = fallsSilent(world, person.id);
  return { ...silent, line: forget(silent.line, person) };
}

export const isAlive = ({ living }: World, id: Id): boolean => living.has(id);
export const tabOf = (world: World, person: Person): number => presenceOf(world.line, person)?.tab ?? 0;
