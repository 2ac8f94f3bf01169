// What happens to everybody: time, alarms, a node that dies, a live store that is lost, and the coming back after it.
import { emptyLine, type LiveLine } from '../../src/live-line.js';
import type { LiveRule } from '../../src/lives.js';
import { type Person, presenceOf, renew } from '../../src/presence.js';
import type { Remembered } from '../../src/rebuild.js';
import type { Rules } from './rules.js';
import { comesAlive, forgotten, into, isAlive, tabOf, type Way } from './way.js';
import { everybody, lasts, tick, volunteers, type World } from './world.js';

export const faultWays = (world: World, rules: Rules): Way[] => [
  { what: 'the clock ticks', to: ticks(world) },
  ...(world.living.size > 1 ? [{ what: 'the node dies', to: { ...world, living: new Set<never>() } }] : []),
  ...(world.lost ? [] : [{ what: 'the live store is lost', to: lost(world) }]),
  ...everybody(world).flatMap((person) => returns(world, rules, person)),
  ...saysWhoIsOver(world, rules),
  ...alarms(world, rules).flatMap(({ what, by, rings, whose }) => {
    const to = into(world, rings(world.line));
    return to ? [{ what, by, to: whose ? forgotten(to, whose) : to }] : [];
  }),
];

export function ticks(world: World): World {
  const now = world.now + tick;
  let { line } = world;
  for (const person of everybody(world))
    if (isAlive(world, person.id))
      line = renew(line, { person, tab: tabOf(world, person) }, now + lasts.lease).line;
  return { ...world, now, line };
}

/** Whoever was on the line remembers what they were; nothing else is left. */
export function lost(world: World): World {
  const memories = new Map(
    everybody(world).flatMap((person) => {
      const memory = remembered(world, person);
      return memory ? [[person.id, memory] as const] : [];
    }),
  );
  const epoch = { name: 'second', began: world.now, settles: 0, returned: new Map<never, never>() };
  return { ...world, line: { ...emptyLine, epoch }, memories, lost: true };
}

export function remembered({ line, now }: World, person: Person): Remembered | undefined {
  const at = { epoch: line.epoch.name, asOf: now };
  const tab = presenceOf(line, person)?.tab ?? 0;
  const is = person.role === 'caller' ? line.callers.get(person.id) : line.volunteers.get(person.id);
  if (is?.at === 'talking') {
    const conversation = line.conversations.get(is.conversation);
    const caller = conversation && line.callers.get(conversation.caller);
    const volunteer = conversation && line.volunteers.get(conversation.volunteer);
    if (!conversation || caller?.at !== 'talking' || volunteer?.at !== 'talking') return undefined;
    const both = { caller: { is: caller, tab }, volunteer: { is: volunteer, tab } };
    return { ...at, role: 'pair', by: person.role, conversation, ...both };
  }
  if (person.role === 'caller') {
    const caller = line.callers.get(person.id);
    return caller && { ...at, role: 'caller', is: caller, tab };
  }
  const volunteer = line.volunteers.get(person.id);
  return volunteer && { ...at, role: 'volunteer', is: volunteer, tab };
}

export function returns(world: World, { putBack }: Rules, person: Person): Way[] {
  const memory = world.memories.get(person.id);
  if (!memory) return [];
  const memories = new Map(world.memories);
  memories.delete(person.id);
  const when = { now: world.now, breatherUntil: world.now + lasts.breather };
  const { line, says } = putBack(world.line, memory, when);
  const back = { ...world, line, memories };
  const to = says === 'over' ? forgotten(back, person) : comesAlive(back, person);
  return [{ what: `${person.id} returns`, by: 'putBack', to, says }];
}

/** A node that remembers an end says so, before or after somebody came back with an older ticket. */
export const saysWhoIsOver = (world: World, { remainsOver }: Rules): Way[] =>
  [...world.ended].map(([id, asOf]) => {
    const when = { asOf, now: world.now, breatherUntil: world.now + lasts.breather };
    const { line, says } = remainsOver(world.line, { role: 'caller', id }, when);
    const said = { ...world, line, ended: new Map([...world.ended].filter(([one]) => one !== id)) };
    const to = says === 'over' ? forgotten(said, { role: 'caller', id }) : said;
    return { what: `${id} is said to be over`, by: 'remainsOver', to, says };
  });

export type Ringing = {
  readonly what: string;
  readonly by: LiveRule;
  readonly isDue: boolean;
  readonly rings: (line: LiveLine) => LiveLine;
  /** Who is known no more if it changes anything. */
  readonly whose?: Person;
};

/** Every alarm that could ring now: in time, early, late or twice. */
export function alarms(world: World, rules: Rules): Ringing[] {
  const { line, now, callers } = world;
  const isPast = (instant: number | undefined, grace: number) => (instant ?? -Infinity) + grace <= now;
  const away = (until: number | undefined, grace: number) => isPast(until, grace);
  const breatherUntil = now + lasts.breather;
  const { callerGrace, conversationGrace, volunteerGrace, missesBeforeAway } = lasts;
  const ofOffers = [...line.offers.values()].map(({ id, at, until }): Ringing => {
    const isDue = until <= now;
    return at === 'asking'
      ? {
          what: `${id} was asked in vain`,
          by: 'skipCaller',
          isDue,
          rings: (is) => rules.skipCaller(is, id, now).line,
        }
      : {
          what: `${id} expires`,
          by: 'expireOffer',
          isDue,
          rings: (is) => rules.expireOffer(is, id, { now, missesBeforeAway }).line,
        };
  });
  const ofTalks = [...line.conversations.values()].flatMap(({ id, caller, volunteer }): Ringing[] => [
    {
      what: `${caller} is lost`,
      by: 'loseCaller',
      isDue: away(line.callerTabs.get(caller)?.until, conversationGrace),
      rings: (is) => rules.loseCaller(is, id, { grace: conversationGrace, now, breatherUntil }).line,
      whose: { role: 'caller', id: caller },
    },
    {
      what: `${volunteer} is lost`,
      by: 'loseVolunteer',
      isDue: away(line.volunteerTabs.get(volunteer)?.until, volunteerGrace),
      rings: (is) => rules.loseVolunteer(is, id, { grace: volunteerGrace, now }).line,
      whose: { role: 'volunteer', id: volunteer },
    },
  ]);
  const ofCallers = callers
    .filter((id) => line.callers.has(id))
    .map((id): Ringing => {
      const caller = line.callers.get(id);
      const overslept = caller?.at === 'asleep' && isPast(caller.asleepSince, callerGrace);
      return {
        what: `${id} lapses`,
        by: 'lapse',
        isDue: overslept || away(line.callerTabs.get(id)?.until, callerGrace),
        rings: (is) => rules.lapse(is, id, { grace: callerGrace, now }).line,
        whose: { role: 'caller', id },
      };
    });
  const ofShifts = volunteers
    .filter((id) => line.volunteers.has(id))
    .map((id): Ringing => ({
      what: `the shift of ${id} lapses`,
      by: 'lapseShift',
      isDue: away(line.volunteerTabs.get(id)?.until, volunteerGrace),
      rings: (is) => rules.lapseShift(is, id, { grace: volunteerGrace, now }).line,
      whose: { role: 'volunteer', id },
    }));
  return [...ofOffers, ...ofTalks, ...ofCallers, ...ofShifts, ...waitsInVain(world, rules)];
}

function waitsInVain({ line, now, callers, waitLimit: limit }: World, rules: Rules): Ringing[] {
  if (limit === 0) return [];
  return callers.flatMap((id) => {
    const caller = line.callers.get(id);
    if (!caller) return [];
    const isIdle = caller.at === 'waiting' || caller.at === 'asleep';
    return {
      what: `${id} has waited in vain`,
      by: 'outwait',
      isDue: isIdle && caller.since === 'joined' && caller.joinedAt + limit <= now,
      rings: (is: LiveLine) => rules.outwait(is, id, { limit, now }).line,
      whose: { role: 'caller', id },
    } as const;
  });
}
