// A memory as a ticket carries it: the very records the live store holds, so that whatever is added to them comes back too.
import { callerId, conversationId, type Person, type Remembered, volunteerId } from '@veille/domain';
import type { MemoryRecord } from '../access/ticket.js';
import { conversationIn, conversationRecord } from '../conversation/conversation-record.js';
import { callerFrom, callerRecord } from '../line/caller-record.js';
import { volunteerFrom, volunteerRecord } from '../volunteer/volunteer-record.js';

export function memoryRecord(memory: Remembered): MemoryRecord {
  const { epoch, asOf } = memory;
  if (memory.role === 'caller') return { epoch, asOf, tab: memory.tab, record: callerRecord(memory.is) };
  if (memory.role === 'volunteer')
    return { epoch, asOf, tab: memory.tab, record: volunteerRecord(memory.is) };
  const caller = { id: memory.caller.is.id, tab: memory.caller.tab, record: callerRecord(memory.caller.is) };
  const { is, tab } = memory.volunteer;
  const volunteer = { id: is.id, tab, record: volunteerRecord(is) };
  const [own, peer] = memory.by === 'caller' ? [caller, volunteer] : [volunteer, caller];
  const talk = { record: conversationRecord(memory.conversation), peer };
  return { epoch, asOf, tab: own.tab, record: own.record, talk };
}

/** `undefined` for what no move would have written. */
export function memoryFrom(person: Person, memory: MemoryRecord): Remembered | undefined {
  try {
    return memory.talk ? pairFrom(person, memory, memory.talk) : aloneFrom(person, memory);
  } catch {
    return undefined; // a record of another version of this house
  }
}

function aloneFrom(person: Person, { epoch, asOf, tab, record }: MemoryRecord): Remembered | undefined {
  if (person.role === 'caller') {
    const is = callerFrom(person.id, record);
    return is && { epoch, asOf, role: 'caller', is, tab };
  }
  const is = volunteerFrom(person.id, record);
  return is && { epoch, asOf, role: 'volunteer', is, tab };
}

function pairFrom(
  person: Person,
  { epoch, asOf, tab, record }: MemoryRecord,
  { record: talk, peer }: NonNullable<MemoryRecord['talk']>,
): Remembered | undefined {
  const own = { id: person.id, tab, record };
  const [one, other] = person.role === 'caller' ? [own, peer] : [peer, own];
  const caller = callerFrom(callerId(one.id), one.record);
  const volunteer = volunteerFrom(volunteerId(other.id), other.record);
  if (caller?.at !== 'talking' || volunteer?.at !== 'talking') return undefined;
  const conversation = conversationIn(conversationId(caller.conversation), talk);
  if (conversation?.caller !== caller.id || conversation.volunteer !== volunteer.id) return undefined;
  return {
    ...{ epoch, asOf, role: 'pair', by: person.role, conversation },
    caller: { is: caller, tab: one.tab },
    volunteer: { is: volunteer, tab: other.tab },
  };
}
