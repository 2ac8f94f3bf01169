// When two worlds are the same to everybody in them: names do not matter, nor does when it is; only who stands where, in
// which order, with whom, and for how long still.
import type { CallerId, ConversationId, OfferId, VolunteerId } from '../../src/ids.js';
import type { Caller, Offer, Volunteer } from '../../src/live-line.js';
import { type Person, presenceOf } from '../../src/presence.js';
import type { Remembered } from '../../src/rebuild.js';
import { lasts, tick, volunteers, type World } from './world.js';

const longest = Math.max(lasts.callerGrace, lasts.conversationGrace, lasts.volunteerGrace) / tick;
/** In ticks from now; what is long over is over. */
const left = (world: World, instant: number): number =>
  Math.max(-longest, Math.ceil((instant - world.now) / tick));

/** One word for all worlds that are the same. */
export function keyOf(world: World): string {
  const [one, other] = [told(world, volunteers), told(world, [...volunteers].reverse())];
  return one < other ? one : other;
}

/** As seen by somebody who names the volunteers in this order, and the callers as they come. */
function told(world: World, order: readonly VolunteerId[]): string {
  const teller = new Teller(world, order);
  const people = world.callers.map((id, at) => `${world.asks[at]}${teller.caller(id)}`).sort();
  const listeners = order.map((id) => teller.volunteer(id));
  const { began, settles } = world.line.epoch;
  const epoch = world.lost ? `L${Math.max(0, left(world, settles))}${began > 0 ? 1 : 0}` : '';
  return [...people, ...listeners, teller.offers(), epoch].join('|');
}

class Teller {
  readonly #places: number[];

  constructor(
    private readonly world: World,
    private readonly order: readonly VolunteerId[],
  ) {
    const remembered = [...world.memories.values()].map(callerIn).filter((caller) => caller !== undefined);
    const all = [...world.line.callers.values(), ...remembered];
    this.#places = [...new Set(all.map(({ place }) => place))].sort((a, b) => a - b);
  }

  caller(id: CallerId): string {
    const { line } = this.world;
    const caller = line.callers.get(id);
    return `${caller ? this.#caller(caller) : '.'}${this.#person({ role: 'caller', id })}`;
  }

  volunteer(id: VolunteerId): string {
    const volunteer = this.world.line.volunteers.get(id);
    const hears = [...(this.world.hears[volunteers.indexOf(id)] ?? [])].join('');
    return `${hears}${volunteer ? this.#volunteer(volunteer) : '.'}${this.#person({ role: 'volunteer', id })}`;
  }

  /** Those that hold nobody any more are told too. */
  offers(): string {
    const all = [...this.world.line.offers.values()].map(
      (offer) => `${this.#place(offer.caller)}${this.order.indexOf(offer.volunteer)}${this.#offer(offer)}`,
    );
    return all.sort().join();
  }

  #caller(caller: Caller): string {
    const rests = this.order.map((id) => Math.max(0, left(this.world, caller.resting.get(id) ?? 0)));
    const how =
      'offer' in caller
        ? this.#held(caller.offer)
        : 'conversation' in caller
          ? this.#with(caller.conversation)
          : caller.at === 'asleep'
            ? left(this.world, caller.asleepSince)
            : '';
    const waits = this.#waits(caller);
    return `${this.#places.indexOf(caller.place)}${caller.at}${how}r${rests.join('')}${waits}`;
  }

  /** For how long they may wait still, where a wait has a limit; who was heard before may wait for ever. */
  #waits({ since, joinedAt }: Caller): string {
    const { waitLimit } = this.world;
    if (waitLimit === 0 || since !== 'joined') return waitLimit === 0 ? '' : 'w';
    return `w${Math.max(0, left(this.world, joinedAt + waitLimit))}`;
  }

  #volunteer(volunteer: Volunteer): string {
    const turn = 'since' in volunteer ? this.#turn(volunteer.since) : '';
    const how =
      'offer' in volunteer
        ? this.#held(volunteer.offer)
        : 'conversation' in volunteer
          ? this.#with(volunteer.conversation)
          : '';
    return `${volunteer.at}${volunteer.misses}${turn}${how}`;
  }

  /** Who of those who have a turn was idle longer. */
  #turn(since: number): number {
    return [...this.world.line.volunteers.values()].filter((one) => 'since' in one && one.since < since)
      .length;
  }

  #held(id: OfferId): string {
    const offer = this.world.line.offers.get(id);
    return offer ? `${this.order.indexOf(offer.volunteer)}${this.#offer(offer)}` : '?';
  }

  #offer({ at, until }: Offer): string {
    return `${at[0]}${Math.max(0, left(this.world, until))}`;
  }

  #with(id: ConversationId): string {
    const { conversations, epoch } = this.world.line;
    const talk = conversations.get(id);
    if (!talk) return '?';
    return `${this.order.indexOf(talk.volunteer)}${talk.openedAt < epoch.began ? 'o' : ''}`;
  }

  #place(id: CallerId): number {
    const caller = this.world.line.callers.get(id);
    return caller ? this.#places.indexOf(caller.place) : -1;
  }

  #person(person: Person): string {
    const { living, memories, line, ended } = this.world;
    const presence = presenceOf(line, person);
    const lease = presence ? left(this.world, presence.until) : '-';
    const memory = memories.get(person.id);
    const asOf = line.epoch.returned.get(person.id);
    const back = asOf === undefined ? '' : asOf < line.epoch.began ? 'bo' : 'b';
    const over = person.role === 'caller' && ended.has(person.id) ? 'e' : '';
    return `${living.has(person.id) ? '+' : ''}${lease}${back}${over}${memory ? this.#memory(memory) : ''}`;
  }

  #memory(memory: Remembered): string {
    const caller = callerIn(memory);
    const place = caller ? `${this.#places.indexOf(caller.place)}${this.#waits(caller)}` : '';
    const age = memory.asOf < this.world.line.epoch.began ? 'o' : '';
    if (memory.role === 'pair')
      return `m${age}${memory.by}${place}${this.order.indexOf(memory.volunteer.is.id)}`;
    const since =
      'since' in memory.is && typeof memory.is.since === 'number' ? this.#turn(memory.is.since) : '';
    return `m${age}${memory.is.at}${place}${since}`;
  }
}

function callerIn(memory: Remembered): Caller | undefined {
  if (memory.role === 'pair') return memory.caller.is;
  return memory.role === 'caller' ? memory.is : undefined;
}
