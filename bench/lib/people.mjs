// Callers and volunteers of the real service, on the thin line: their pages' part of the protocol, by hand, and nothing more.
import { WIRE_VERSION } from '@veille/shared';
import { SioLine } from './sio-line.mjs';

const PATIENCE = 20_000;

/** One tab: what it was last told of each kind, and whoever waits for something to be told. */
export class Person {
  last = new Map();
  /** Every telling, before anybody looks at it: (event, payload). */
  hears = () => {};
  #waiting = new Set();
  #space;

  static async open(url, { space, auth, cookie }) {
    const person = new Person();
    person.#space = space;
    person.cookie = cookie;
    const hear = (event, payload, answer) => person.#hear(event, payload, answer);
    const version = { version: WIRE_VERSION, ...auth };
    person.line = await SioLine.open(url, { space, auth: version, cookie, hear });
    return person;
  }

  ask(event, payload) {
    return this.line.answerOf(event, payload);
  }

  /** The next telling of this kind that is as described; one that stands already counts. */
  until(event, holds) {
    const known = this.last.get(event);
    if (known !== undefined && holds(known)) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        this.#waiting.delete(waits);
        reject(new Error(`not told in time: ${event}, last ${JSON.stringify(this.last.get(event))}`));
      }, PATIENCE);
      const waits = { event, holds, told: (payload) => (clearTimeout(late), resolve(payload)) };
      this.#waiting.add(waits);
    });
  }

  /** What a ping bears is told as if it had come by itself, as a page takes it. */
  #pinged({ ticket, is }) {
    const whose = this.#space === '/caller' ? 'caller' : 'volunteer';
    if (ticket) this.#hear(`${whose}.ticket`, { ticket });
    if (is) this.#hear(`${whose}.is`, is);
  }

  #hear(event, payload, answer) {
    answer?.('{}');
    if (event === 'presence.ping') return this.#pinged(payload);
    this.hears(event, payload);
    if (event.startsWith('conversation.')) return;
    this.last.set(event, payload);
    // Whoever is asked whether they are still there says so at once.
    if (event === 'caller.is' && payload.at === 'asked') this.line.ask('line.here', '{}');
    for (const waits of this.#waiting) {
      if (waits.event !== event || !waits.holds(payload)) continue;
      this.#waiting.delete(waits);
      waits.told(payload);
    }
  }
}

/** A page that is open, outside the line. */
export const aCaller = ({ url }, auth = {}) =>
  Person.open(url, { space: '/caller', auth: { line: 'principale', ...auth } });

/** In the line, or already further. */
export async function aWaitingCaller(node) {
  const caller = await aCaller(node);
  const said = await caller.ask('line.join', {});
  if (said.refused) throw new Error(`a caller was refused: ${said.refused}`);
  return caller;
}

/** Signed in, on shift from home, free. */
export async function aFreeVolunteer({ url }, cookie) {
  const volunteer = await Person.open(url, { space: '/listen', cookie });
  await volunteer.until('volunteer.is', () => true);
  const said = await volunteer.ask('shift.start', { place: 'home' });
  if (said.refused) throw new Error(`a shift was refused: ${said.refused}`);
  return volunteer;
}

/** Accepts the offer that comes; resolves with the conversation's name. */
export async function accepts(volunteer) {
  const { offer } = await volunteer.until('volunteer.is', ({ at }) => at === 'offered');
  const said = await volunteer.ask('offer.accept', { offer });
  if (said.refused) throw new Error(`an offer could not be accepted: ${said.refused}`);
  return (await volunteer.until('volunteer.is', ({ at }) => at === 'talking')).conversation;
}

/** So many conversations, as [caller, volunteer] with the `conversation` they are in: callers on one node, volunteers on one. */
export async function pairsOf({ cookies, callersOn, volunteersOn }) {
  const pairs = [];
  for (let at = 0; at < cookies.length; at += 10) {
    const some = cookies.slice(at, at + 10);
    const volunteers = await Promise.all(some.map((cookie) => aFreeVolunteer(volunteersOn, cookie)));
    const callers = await Promise.all(some.map(() => aWaitingCaller(callersOn)));
    const talks = new Map();
    for (const volunteer of volunteers) talks.set(await accepts(volunteer), volunteer);
    for (const caller of callers) {
      const { conversation } = await caller.until('caller.is', (is) => is.at === 'talking');
      pairs.push({ conversation, people: [caller, talks.get(conversation)] });
    }
  }
  return pairs;
}
