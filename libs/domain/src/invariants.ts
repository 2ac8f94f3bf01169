// The invariants I1..I5 as one read-only question to a line: what is broken? Tests ask it after every step.
import type { LiveLine } from './live-line.js';

/** Every broken invariant, in words; empty when the line holds together. */
export function broken(line: LiveLine): string[] {
  return [
    ...brokenCallers(line),
    ...brokenVolunteers(line),
    ...brokenOffers(line),
    ...brokenConversations(line),
  ];
}

function brokenCallers(line: LiveLine): string[] {
  return [...line.callers.values()].flatMap((caller) => {
    if (caller.at === 'offered' && line.offers.get(caller.offer)?.caller !== caller.id)
      return ['I1 a caller is offered without an offer'];
    if (caller.at === 'talking' && line.conversations.get(caller.conversation)?.caller !== caller.id)
      return ['I1 a caller is talking without a conversation'];
    return [];
  });
}

function brokenVolunteers(line: LiveLine): string[] {
  return [...line.volunteers.values()].flatMap((volunteer) => {
    if (volunteer.at === 'offered' && line.offers.get(volunteer.offer)?.volunteer !== volunteer.id)
      return ['I3 a volunteer is offered without an offer'];
    if (
      volunteer.at === 'talking' &&
      line.conversations.get(volunteer.conversation)?.volunteer !== volunteer.id
    )
      return ['I3 a volunteer is talking without a conversation'];
    return [];
  });
}

function brokenOffers(line: LiveLine): string[] {
  const offers = [...line.offers.values()];
  const held = offers.filter(({ id, volunteer }) => {
    const one = line.volunteers.get(volunteer);
    return one?.at !== 'offered' || one.offer !== id;
  });
  return [
    ...held.map(() => 'I3 an offer holds a volunteer who is not offered'),
    ...repeated(offers.map(({ caller }) => caller)).map(() => 'I2 a caller has two offers'),
  ];
}

function brokenConversations(line: LiveLine): string[] {
  const conversations = [...line.conversations.values()];
  const halves = conversations.filter(({ id, caller, volunteer }) => {
    const one = line.callers.get(caller);
    const other = line.volunteers.get(volunteer);
    return (
      one?.at !== 'talking' || one.conversation !== id || other?.at !== 'talking' || other.conversation !== id
    );
  });
  return halves.map(() => 'I2 a conversation without both its people');
}

const repeated = <T>(all: T[]): T[] => all.filter((one, index) => all.indexOf(one) !== index);
