// What happens between a caller and a volunteer: they are matched, asked, answer, talk, hand over and end.
import type { Conversation, Offer } from '../../src/live-line.js';
import { isHere } from '../../src/presence.js';
import { isSettling } from '../../src/rebuild.js';
import type { Rules } from './rules.js';
import { into, isAlive, type Way } from './way.js';
import { lasts, nextOffer, volunteers, type World } from './world.js';

export const pairWays = (world: World, rules: Rules): Way[] => [
  ...matched(world, rules),
  ...[...world.line.offers.values()].flatMap((offer) => answered(world, rules, offer)),
  ...[...world.line.conversations.values()].flatMap((talk) => ended(world, rules, talk)),
];

function matched(world: World, { makeOffer }: Rules): Way[] {
  const { line, now, named } = world;
  if (isSettling(line, now)) return [];
  const making = { id: nextOffer(world), at: 'asking', now, until: now + lasts.stillThere } as const;
  const { line: next, says } = makeOffer(line, making);
  return [
    { what: 'somebody is offered', by: 'makeOffer', to: { ...world, line: next, named: named + 1 }, says },
  ];
}

function answered(world: World, rules: Rules, offer: Offer): Way[] {
  const { line, now } = world;
  const { id, caller, volunteer: by } = offer;
  const stands = { now, until: now + lasts.offerStands };
  const answer = { offer: id, by, now };
  const tried: (Omit<Way, 'to'> & { to: World | undefined })[] = [];
  if (isAlive(world, caller))
    tried.push({
      what: `${caller} is still there`,
      by: 'standOffer',
      to: into(world, rules.standOffer(line, id, stands).line),
    });
  if (isAlive(world, by)) {
    tried.push({
      what: `${by} accepts`,
      by: 'acceptOffer',
      to: into(world, rules.acceptOffer(line, answer).line),
    });
    const declined = rules.declineOffer(line, answer, now + lasts.pairRests).line;
    tried.push({ what: `${by} declines`, by: 'declineOffer', to: into(world, declined) });
  }
  if (isAlone(world, offer))
    tried.push({
      what: `${id} is withdrawn`,
      by: 'withdrawOffer',
      to: into(world, rules.withdrawOffer(line, id).line),
    });
  return tried.flatMap(({ to, ...way }) => (to ? [{ ...way, to }] : []));
}

/** One of the two is not there any more. */
function isAlone({ line, now }: World, { id, caller, volunteer }: Offer): boolean {
  const [one, other] = [line.callers.get(caller), line.volunteers.get(volunteer)];
  const bothHeld =
    one && 'offer' in one && one.offer === id && other && 'offer' in other && other.offer === id;
  return (
    !bothHeld || !isHere(line.callerTabs.get(caller), now) || !isHere(line.volunteerTabs.get(volunteer), now)
  );
}

function ended(world: World, rules: Rules, { id, caller, volunteer: by }: Conversation): Way[] {
  const { line, now, named } = world;
  const rests = {
    conversation: id,
    by,
    breatherUntil: now + lasts.breather,
    restsUntil: now + lasts.pairRests,
  };
  const tried: (Omit<Way, 'to'> & { to: World | undefined })[] = [];
  if (isAlive(world, caller) || isAlive(world, by)) {
    const over = rules.endConversation(line, id, now + lasts.breather).line;
    tried.push({ what: `${caller} and ${by} end`, by: 'endConversation', to: into(world, over) });
  }
  if (isAlive(world, by)) {
    tried.push({
      what: `${by} gives ${caller} back`,
      by: 'handBack',
      to: into(world, rules.handBack(line, rests).line),
    });
    for (const to of volunteers.filter((one) => one !== by)) {
      const handing = { ...rests, to, offer: nextOffer(world), until: now + lasts.offerStands, now };
      const given = into({ ...world, named: named + 1 }, rules.handOver(line, handing).line);
      tried.push({ what: `${by} hands ${caller} to ${to}`, by: 'handOver', to: given });
    }
  }
  return tried.flatMap(({ to, ...way }) => (to ? [{ ...way, to }] : []));
}
