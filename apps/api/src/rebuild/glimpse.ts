// A glimpse of a line: two people at most and their one conversation, as the store has them, in the domain's own value; and
// what a rule made of it, in the words of the move that writes it down.
import {
  type Caller,
  type CallerId,
  callerId,
  type ConversationId,
  emptyLine,
  type LiveLine,
  type Person,
  type Presence,
  presenceOf,
  type Volunteer,
  type VolunteerId,
  volunteerId,
} from '@veille/domain';
import { conversationIn, conversationRecord } from '../conversation/conversation-record.js';
import { callerFrom, callerRecord } from '../line/caller-record.js';
import { volunteerFrom, volunteerRecord } from '../volunteer/volunteer-record.js';

export type Concerned = { readonly people: readonly Person[]; readonly talk: ConversationId | undefined };

type Hash = Record<string, string>;
type SeenPerson = {
  readonly person: Person;
  readonly record: Hash;
  readonly tab: string | null;
  readonly until: string | null;
  readonly mark: string | null;
};
type Read = {
  readonly epoch: Hash;
  readonly talk: ConversationId | undefined;
  readonly talking: Hash;
  readonly people: readonly SeenPerson[];
};

export class Glimpse {
  readonly line: LiveLine;

  constructor(private readonly read: Read) {
    const { epoch, talk, talking, people } = read;
    const conversation = talk && conversationIn(talk, talking);
    this.line = {
      ...emptyLine,
      epoch: {
        name: epoch['name'] ?? '',
        began: Number(epoch['began'] ?? 0),
        settles: Number(epoch['settles'] ?? 0),
        returned: found(people, ({ person: { id }, mark }) => (mark === null ? [] : [[id, Number(mark)]])),
      },
      callers: found(people, ({ person, record }) => {
        const caller = person.role === 'caller' && callerFrom(callerId(person.id), record);
        return caller ? [[caller.id, caller]] : [];
      }),
      volunteers: found(people, ({ person, record }) => {
        const volunteer = person.role === 'volunteer' && volunteerFrom(volunteerId(person.id), record);
        return volunteer ? [[volunteer.id, volunteer]] : [];
      }),
      conversations: new Map(conversation ? [[conversation.id, conversation]] : []),
      callerTabs: found(people, (one) => (one.person.role === 'caller' ? leaseOf(one.person.id, one) : [])),
      volunteerTabs: found(people, (one) =>
        one.person.role === 'volunteer' ? leaseOf(one.person.id, one) : [],
      ),
    };
  }

  get people(): readonly Person[] {
    return this.read.people.map(({ person }) => person);
  }

  get talk(): ConversationId | undefined {
    return this.read.talk;
  }

  /** What a decision about this person stands on; the move compares it before it writes. */
  saw({ role, id }: Person): string {
    const one = this.read.people.find(({ person }) => person.role === role && person.id === id);
    const { at, offer, conversation } = one?.record ?? {};
    return [at, offer, conversation, one?.mark, one?.tab].map((value) => value ?? '').join(' ');
  }
}

function found<K, V>(people: readonly SeenPerson[], read: (one: SeenPerson) => [K, V][]): Map<K, V> {
  return new Map(people.flatMap(read));
}

const leaseOf = <Id extends CallerId | VolunteerId>(id: Id, { tab, until }: SeenPerson): [Id, Presence][] =>
  tab === null || until === null ? [] : [[id, { tab: Number(tab), until: Number(until) }]];

/** For `put-back.lua`: all numbers are texts, so that none is rounded on its way. */
export function decided(seen: Glimpse, after: LiveLine): object {
  const talk = seen.talk && after.conversations.get(seen.talk);
  return {
    epoch: after.epoch.name,
    settles: String(after.epoch.settles),
    people: seen.people.map((person) => personIn(seen, after, person)),
    ...(seen.talk && { talk: { id: seen.talk, record: talk ? flat(conversationRecord(talk)) : [] } }),
  };
}

function personIn(seen: Glimpse, after: LiveLine, person: Person): object {
  const { role, id } = person;
  const mark = after.epoch.returned.get(id);
  return {
    ...{ role, id, saw: seen.saw(person) },
    ...(role === 'caller'
      ? callerStands(after.callers.get(id), seen.line.callers.get(id))
      : volunteerStands(after.volunteers.get(id))),
    tab: String(presenceOf(after, person)?.tab ?? 0),
    ...(mark !== undefined && { mark: String(mark) }),
  };
}

const flat = (record: Hash): string[] => Object.entries(record).flat();

/** The sets somebody may be in, and those they stand in now, with their scores. */
function callerStands(caller: Caller | undefined, before: Caller | undefined) {
  const ready = `ready:${(caller ?? before)?.language ?? ''}`;
  const sets = ['queue', ready, 'asleep'];
  if (!caller) return { sets, record: [], stands: {} };
  const place = String(caller.place);
  const stands = {
    ...(caller.at !== 'talking' && { queue: place }),
    ...(caller.at === 'waiting' && { [ready]: place }),
    ...(caller.at === 'asleep' && { asleep: String(caller.asleepSince) }),
  };
  return { sets, record: flat(callerRecord(caller)), stands };
}

function volunteerStands(volunteer: Volunteer | undefined) {
  const sets = ['free'];
  if (!volunteer) return { sets, record: [], stands: {} };
  const stands = volunteer.at === 'free' ? { free: String(volunteer.since) } : {};
  return { sets, record: flat(volunteerRecord(volunteer)), stands };
}
