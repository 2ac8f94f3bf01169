// One frame of a staff page's socket, as Socket.IO writes it: what it is said to be, and what stands in it.
export type Told =
  | { readonly is: 'told'; readonly root: string; readonly value: unknown }
  | { readonly is: 'the line itself' }
  | { readonly is: 'unreadable' };

/** `4` a message, `3` its kind, `/listen,` where, `7` what it answers, and then JSON. */
const PACKET = /^4([0-5])(?:\/([a-z]+),)?(\d*)(.*)$/s;
const [CONNECTED, EVENT, ANSWER, REFUSED] = ['0', '2', '3', '4'];

/** The names of what one socket asked, by the number of the answer each waits for. */
export class Asked {
  readonly #events = new Map<string, string>();

  heard(frame: string): void {
    const [, kind, face, number, json = ''] = PACKET.exec(frame) ?? [];
    const event: unknown = kind === EVENT && number ? readList(json)[0] : undefined;
    if (typeof event === 'string') this.#events.set(`${face} ${number}`, event);
  }

  of(face: string, number: string): string {
    return this.#events.get(`${face} ${number}`) ?? 'nobody asked';
  }
}

export function readFrame(frame: string, asked: Asked): Told {
  const [, kind, face = '', number = '', json = ''] = PACKET.exec(frame) ?? [];
  // Opening, pings and closing of the line below: Engine.IO's own, of the socket alone.
  if (kind === undefined) return /^[0-36]/.test(frame) ? { is: 'the line itself' } : { is: 'unreadable' };
  if (kind === CONNECTED) return { is: 'told', root: 'socket', value: readOne(json) };
  if (kind === EVENT) {
    const [event, payload] = readList(json);
    return { is: 'told', root: `${face} ${String(event)}`, value: payload };
  }
  if (kind === ANSWER) return answerOf(readList(json)[0], `${face} ${asked.of(face, number)} answers`);
  if (kind === REFUSED) return refusalOf(readOne(json));
  return json === '' ? { is: 'the line itself' } : { is: 'unreadable' };
}

function answerOf(reply: unknown, root: string): Told {
  if (typeof reply !== 'object' || reply === null) return { is: 'unreadable' };
  if ('refused' in reply && Object.keys(reply).length === 1)
    return { is: 'told', root: 'refusal', value: reply.refused };
  const isAnswer = 'answer' in reply && Object.keys(reply).length === 1;
  return isAnswer ? { is: 'told', root, value: reply.answer } : { is: 'told', root, value: { reply } };
}

/** A socket that is not let in: the library's own sentence, and our word. */
function refusalOf(error: unknown): Told {
  if (typeof error !== 'object' || error === null || !('data' in error)) return { is: 'unreadable' };
  const { data } = error;
  const isWord = typeof data === 'object' && data !== null && 'refused' in data;
  return { is: 'told', root: 'door refusal', value: isWord ? data.refused : data };
}

const readOne = (json: string): unknown => (json === '' ? undefined : JSON.parse(json));
const readList = (json: string): readonly unknown[] => {
  const read = readOne(json);
  return Array.isArray(read) ? read : [];
};
