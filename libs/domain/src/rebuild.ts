// After the live store was lost: whoever was in it is put back as their ticket, or the node of their tab, remembers them.
// What is over stays over: that is the danger here, and why a store has epochs.
import type { CallerId, ConversationId, VolunteerId } from './ids.js';
import { waitingAgain } from './line.js';
import {
  type Caller,
  type Conversation,
  type LiveLine,
  type Step,
  unchanged,
  type Volunteer,
  withEntry,
  without,
} from './live-line.js';
import { type Person, presenceOf, withPresence } from './presence.js';
import type { LineSettings } from './settings.js';
import { type Duration, type Instant, seconds } from './time.js';
import { freed, resting } from './volunteer.js';

type Lengths = Pick<
  LineSettings,
  'callerGrace' | 'conversationGrace' | 'volunteerGrace' | 'callerLease' | 'volunteerLease'
>;

/**
 * How long a ticket is good after its tab last answered, and no longer: a place cannot be hoarded (TK2). A live tab is given
 * a new one with every answered ping; of one that falls silent a lease ends first, and then the grace.
 */
export const ticketHolds = ({
  callerGrace,
  conversationGrace,
  volunteerGrace,
  callerLease,
  volunteerLease,
}: Lengths): Duration =>
  Math.max(callerGrace, conversationGrace, volunteerGrace) + Math.max(callerLease, volunteerLease);

/** From the first who comes back: so long nobody is matched, so that who came first is offered first (I5, RB7). */
export const settling = seconds(3);

/** A record as it was last read, and the number its tab had. */
export type Seat<One> = { readonly is: One; readonly tab: number };
export type Pair = {
  readonly conversation: Conversation;
  readonly caller: Seat<Extract<Caller, { at: 'talking' }>>;
  readonly volunteer: Seat<Extract<Volunteer, { at: 'talking' }>>;
};

/** What is remembered of `person`, read at `asOf` in the epoch of this name. Who talks remembers both. */
export type Remembered = { readonly epoch: string; readonly asOf: Instant } & (
  | ({ readonly role: 'caller' } & Seat<Caller>)
  | ({ readonly role: 'volunteer' } & Seat<Volunteer>)
  | ({ readonly role: 'pair'; readonly by: Person['role'] } & Pair)
);

/** `here`: known already, and left as they are. `over`: nobody is put back. */
export type Returning = 'back' | 'here' | 'over';
type When = { readonly now: Instant; readonly breatherUntil: Instant };

/** Who remembers. */
export function whose(memory: Remembered): Person {
  if (memory.role === 'caller') return { role: 'caller', id: memory.is.id };
  if (memory.role === 'volunteer') return { role: 'volunteer', id: memory.is.id };
  return memory.by === 'caller'
    ? { role: 'caller', id: memory.caller.is.id }
    : { role: 'volunteer', id: memory.volunteer.is.id };
}

/** What is to be remembered of this person, read in this epoch at `asOf`; nothing of who is gone or off. */
export function remember(line: LiveLine, person: Person, asOf: Instant): Remembered | undefined {
  const is = recordOf(line, person);
  if (!is) return undefined;
  const read = { epoch: line.epoch.name, asOf };
  if (is.at === 'talking') return pairOf(line, is.conversation, { ...read, by: person.role });
  const tab = presenceOf(line, person)?.tab ?? 0;
  return 'place' in is ? { ...read, role: 'caller', is, tab } : { ...read, role: 'volunteer', is, tab };
}

function pairOf(
  line: LiveLine,
  id: ConversationId,
  read: { epoch: string; asOf: Instant; by: Person['role'] },
): Remembered | undefined {
  const conversation = line.conversations.get(id);
  const caller = conversation && line.callers.get(conversation.caller);
  const volunteer = conversation && line.volunteers.get(conversation.volunteer);
  if (!conversation || caller?.at !== 'talking' || volunteer?.at !== 'talking') return undefined;
  return {
    ...{ ...read, role: 'pair', conversation },
    caller: { is: caller, tab: line.callerTabs.get(caller.id)?.tab ?? 0 },
    volunteer: { is: volunteer, tab: line.volunteerTabs.get(volunteer.id)?.tab ?? 0 },
  };
}

/** Nobody is matched, and no place is told, while those who are still to come back are waited for (RB7). */
export const isSettling = (line: LiveLine, now: Instant): boolean => now < line.epoch.settles;

/** Puts back whoever remembers, if the store was lost since, and they have not gone since (RB1 to RB6). */
export function putBack(line: LiveLine, memory: Remembered, when: When): Step<Returning> {
  // Danger: within one epoch the store knows better than any ticket. Who is not in it has gone (RB4).
  if (memory.epoch === line.epoch.name)
    return unchanged(line, recordOf(line, whose(memory)) ? 'here' : 'over');
  return memory.role === 'pair' ? pairBack(line, memory, when) : aloneBack(line, memory, when);
}

/** A node remembers that this stay, or this shift, was over at `asOf`: an older memory of it puts nobody back (RB5). */
export function remainsOver(
  line: LiveLine,
  person: Person,
  { asOf, now, breatherUntil }: When & { asOf: Instant },
): Step<'over' | 'here'> {
  const known = recordOf(line, person);
  // Read in the instant of the end, a memory is of the moment before it.
  if (known && (!isOlder(line, person, asOf + 1) || 'offer' in known)) return unchanged(line, 'here');
  if (known && 'conversation' in known && !isPutBack(line, known.conversation))
    return unchanged(line, 'here');
  const alone = known && 'conversation' in known ? parted(line, known.conversation, breatherUntil) : line;
  const gone =
    person.role === 'caller'
      ? { ...alone, callers: without(alone.callers, person.id) }
      : { ...alone, volunteers: without(alone.volunteers, person.id) };
  return { line: marked(gone, person, { asOf, now }), says: 'over' };
}

type Alone = Exclude<Remembered, { role: 'pair' }>;

function aloneBack(line: LiveLine, memory: Alone, when: When): Step<Returning> {
  const person = whose(memory);
  const known = recordOf(line, person);
  if (!known && line.epoch.returned.has(person.id)) return unchanged(line, 'over'); // RB5
  if (!known) return { line: seated(line, memory, when), says: 'back' };
  if (known.at !== 'talking' || !isPutBack(line, known.conversation) || !isOlder(line, person, memory.asOf))
    return unchanged(line, 'here'); // RB3
  // An older memory paired them with somebody they had parted from (RB6).
  const alone = parted(line, known.conversation, when.breatherUntil);
  return { line: seated(alone, memory, when), says: 'back' };
}

function pairBack(
  line: LiveLine,
  memory: Extract<Remembered, { role: 'pair' }>,
  when: When,
): Step<Returning> {
  const { conversation, caller, volunteer, asOf } = memory;
  const person = whose(memory);
  const both = [
    { role: 'caller', id: caller.is.id },
    { role: 'volunteer', id: volunteer.is.id },
  ] as const;
  if (both.every((one) => mayPair(line, one, asOf))) {
    const conversations = withEntry(line.conversations, conversation.id, conversation);
    const heard = seated({ ...line, conversations }, { role: 'caller', ...caller, asOf }, when);
    return { line: seated(heard, { role: 'volunteer', ...volunteer, asOf }, when), says: 'back' };
  }
  if (recordOf(line, person)) return unchanged(line, 'here');
  if (line.epoch.returned.has(person.id)) return unchanged(line, 'over');
  // The other went another way since: the caller is in the line again, the volunteer rests (RB8).
  const alone: Seated =
    memory.by === 'caller'
      ? { role: 'caller', ...caller, is: waitingAgain(caller.is, { since: 'listener-lost' }), asOf }
      : { role: 'volunteer', ...volunteer, is: resting(volunteer.is, when.breatherUntil), asOf };
  return { line: seated(line, alone, when), says: 'back' };
}

type Seated = { readonly asOf: Instant } & (
  ({ readonly role: 'caller' } & Seat<Caller>) | ({ readonly role: 'volunteer' } & Seat<Volunteer>)
);

/** In their place, with nothing of an offer (RB2); away as of now, until their tab says otherwise, and its number never falls. */
function seated(line: LiveLine, seat: Seated, { now, breatherUntil }: When): LiveLine {
  const person: Person =
    seat.role === 'caller' ? { role: 'caller', id: seat.is.id } : { role: 'volunteer', id: seat.is.id };
  const callers =
    seat.role === 'caller' ? withEntry(line.callers, seat.is.id, unoffered(line, seat.is)) : line.callers;
  const volunteers =
    seat.role === 'volunteer'
      ? withEntry(line.volunteers, seat.is.id, unreserved(line, seat.is, breatherUntil))
      : line.volunteers;
  const known = presenceOf(line, person);
  const presence = { tab: Math.max(seat.tab, known?.tab ?? 0), until: known?.until ?? now };
  const here = withPresence({ ...line, callers, volunteers }, person, presence);
  return marked(here, person, { asOf: seat.asOf, now });
}

function unoffered(line: LiveLine, caller: Caller): Caller {
  if (caller.at === 'talking' && line.conversations.has(caller.conversation)) return caller;
  return caller.at === 'waiting' || caller.at === 'asleep' ? caller : waitingAgain(caller);
}

function unreserved(line: LiveLine, volunteer: Volunteer, breatherUntil: Instant): Volunteer {
  if (volunteer.at === 'reserved' || volunteer.at === 'offered') return freed(volunteer, volunteer);
  if (volunteer.at !== 'talking' || line.conversations.has(volunteer.conversation)) return volunteer;
  return resting(volunteer, breatherUntil);
}

/** The two of a conversation that an older memory put back: the caller waits again, the volunteer rests. */
function parted(line: LiveLine, id: ConversationId, breatherUntil: Instant): LiveLine {
  const conversation = line.conversations.get(id);
  const caller = conversation && line.callers.get(conversation.caller);
  const volunteer = conversation && line.volunteers.get(conversation.volunteer);
  return {
    ...line,
    conversations: without(line.conversations, id),
    callers: caller
      ? withEntry(line.callers, caller.id, waitingAgain(caller, { since: 'listener-lost' }))
      : line.callers,
    volunteers: volunteer
      ? withEntry(line.volunteers, volunteer.id, resting(volunteer, breatherUntil))
      : line.volunteers,
  };
}

function marked(line: LiveLine, { id }: Person, { asOf, now }: { asOf: Instant; now: Instant }): LiveLine {
  const { epoch } = line;
  return {
    ...line,
    epoch: {
      ...epoch,
      settles: epoch.settles || now + settling,
      returned: withEntry<CallerId | VolunteerId, Instant>(epoch.returned, id, asOf),
    },
  };
}

const recordOf = (line: LiveLine, person: Person): Caller | Volunteer | undefined =>
  person.role === 'caller' ? line.callers.get(person.id) : line.volunteers.get(person.id);

/** What put them back was read before this; who was never put back lives a life of this epoch, newer than any memory. */
const isOlder = ({ epoch }: LiveLine, { id }: Person, asOf: Instant): boolean =>
  (epoch.returned.get(id) ?? Infinity) < asOf;

/** Opened before this epoch: it stands here because somebody remembered it. */
const isPutBack = (line: LiveLine, id: ConversationId): boolean =>
  (line.conversations.get(id)?.openedAt ?? Infinity) < line.epoch.began;

function mayPair(line: LiveLine, person: Person, asOf: Instant): boolean {
  const known = recordOf(line, person);
  if (!known) return !line.epoch.returned.has(person.id);
  return !('offer' in known) && known.at !== 'talking' && isOlder(line, person, asOf);
}
