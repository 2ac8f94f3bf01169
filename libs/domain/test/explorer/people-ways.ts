// What people do by themselves: they come, close a tab, come back, leave, wake, pause and go.
import { placeId } from '../../src/ids.js';
import { drop, type Person } from '../../src/presence.js';
import type { Rules } from './rules.js';
import { comesAlive, fallsSilent, forgotten, into, isAlive, tabOf, type Way } from './way.js';
import { everybody, newcomer, volunteers, type World } from './world.js';

export const peopleWays = (world: World, rules: Rules): Way[] => [
  ...everybody(world).flatMap((person) => tabWays(world, person)),
  ...world.callers.flatMap((_, at) => callerWays(world, rules, at)),
  ...volunteers.flatMap((id) => volunteerWays(world, rules, { role: 'volunteer', id })),
];

/** Everybody is there at once: all callers wait, in their order, and both volunteers are free. */
export function everybodyIsHere(world: World, rules: Rules): World {
  const waiting = world.callers.reduce((now, _, at) => comes(now, rules, at).to, world);
  return volunteers.reduce(
    (now, id) => volunteerWays(now, rules, { role: 'volunteer', id })[0]?.to ?? now,
    waiting,
  );
}

function tabWays(world: World, person: Person): Way[] {
  const { line, now } = world;
  const known = person.role === 'caller' ? line.callers.has(person.id) : line.volunteers.has(person.id);
  if (!known) return [];
  if (!isAlive(world, person.id)) return [{ what: `${person.id} comes back`, to: comesAlive(world, person) }];
  const dropped = drop(line, { person, tab: tabOf(world, person) }, now).line;
  const to = { ...fallsSilent(world, person.id), line: dropped };
  return [{ what: `the tab of ${person.id} dies`, to }];
}

function callerWays(world: World, rules: Rules, at: number): Way[] {
  const { line, now, callers, memories, ended } = world;
  const id = callers[at];
  if (id === undefined || memories.has(id) || (ended.has(id) && !line.callers.has(id))) return [];
  if (!line.callers.has(id)) return [comes(world, rules, at)];
  if (!isAlive(world, id)) return [];
  const person: Person = { role: 'caller', id };
  const { line: left, says } = rules.leave(line, id);
  const gone = into(world, left);
  const awake = into(world, rules.wake(line, id).line);
  return [
    ...(gone ? [{ what: `${id} leaves`, by: 'leave', to: forgotten(gone, person), says } as const] : []),
    ...(awake ? [{ what: `${id} wakes`, by: 'wake', to: { ...awake, now } } as const] : []),
  ];
}

function comes(world: World, rules: Rules, at: number): Way {
  const id = newcomer(world);
  const callers = world.callers.map((one, place) => (place === at ? id : one));
  const named = { ...world, callers, named: world.named + 1 };
  const here = comesAlive(named, { role: 'caller', id });
  const { line } = rules.join(here.line, { id, language: world.asks[at] ?? 'fr', now: world.now });
  return { what: `${id} comes`, by: 'join', to: { ...here, line } };
}

function volunteerWays(world: World, rules: Rules, person: Person & { role: 'volunteer' }): Way[] {
  const { line, now, memories } = world;
  const { id } = person;
  if (memories.has(id)) return [];
  if (!line.volunteers.has(id)) {
    const here = comesAlive(world, person);
    const languages = world.hears[volunteers.indexOf(id)] ?? new Set(['fr']);
    const shift = { id, from: placeId('home'), languages, now };
    const to = { ...here, line: rules.startShift(here.line, shift).line };
    return [{ what: `${id} starts a shift`, by: 'startShift', to }];
  }
  if (!isAlive(world, id)) return [];
  const free = into(world, rules.becomeFree(line, id, now).line);
  const away = into(world, rules.goAway(line, id).line);
  const off = into(world, rules.stopShift(line, id).line);
  const pauses = line.volunteers.get(id)?.at !== 'away';
  return [
    ...(free ? [{ what: `${id} is free`, by: 'becomeFree', to: free } as const] : []),
    ...(away && pauses ? [{ what: `${id} pauses`, by: 'goAway', to: away } as const] : []),
    ...(off ? [{ what: `${id} stops`, by: 'stopShift', to: forgotten(off, person) } as const] : []),
  ];
}
