// Socket.IO spoken by hand over one raw line (engine.io 4, protocol 5): what a packet says, and no more than that.
import { RawLine } from './raw-line.mjs';

export class SioLine {
  /** What `hear` is told: (event, payload, answer), `answer` being there when one is asked for. */
  #hear;
  #line;
  #space;
  #asked = new Map();
  #nextAsk = 0;
  #isDeaf = false;
  #in;

  /** Resolves once the namespace let it in; rejects with the word it was refused with. `space`: '' or '/caller'. */
  static async open(origin, { space = '', auth = {}, cookie, hear }) {
    const line = new SioLine();
    line.#hear = hear;
    line.#space = space === '' ? '' : `${space},`;
    const entered = new Promise((resolve, reject) => (line.#in = { resolve, reject }));
    const url = `${origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`;
    line.#line = new RawLine(url, { cookie, hear: (text) => line.#packet(text, auth) });
    await line.#line.opened;
    line.#line.closed.then(() => line.#in.reject(new Error('closed at the door')));
    await entered;
    return line;
  }

  get closed() {
    return this.#line.closed;
  }

  close() {
    return this.#line.close();
  }

  /** It stands there, and hears and answers nothing any more: a phone out of reach. */
  deafen() {
    this.#isDeaf = true;
  }

  /** `payload` is JSON already: what is said a thousand times a second is not written anew each time. */
  tell(event, payload) {
    this.#line.send(`42${this.#space}["${event}",${payload}]`);
  }

  /** The same, and `answered` is given what comes back. */
  ask(event, payload, answered) {
    const ask = this.#nextAsk++;
    this.#asked.set(ask, answered);
    this.#line.send(`42${this.#space}${ask}["${event}",${payload}]`);
  }

  answerOf(event, payload) {
    return new Promise((resolve) => this.ask(event, JSON.stringify(payload), resolve));
  }

  #packet(text, auth) {
    if (this.#isDeaf) return undefined;
    if (text[0] === '0') return this.#line.send(`40${this.#space}${JSON.stringify(auth)}`);
    if (text[0] === '2') return this.#line.send('3');
    if (text[0] !== '4') return undefined;
    const from = 2 + this.#space.length;
    if (text[1] === '0') return this.#in.resolve();
    if (text[1] === '4') return this.#in.reject(new Error(`refused: ${text.slice(from)}`));
    if (text[1] === '2') return this.#event(text, from);
    if (text[1] === '3') return this.#answer(text, from);
    return undefined;
  }

  #event(text, from) {
    const begins = text.indexOf('[', from);
    const [event, payload] = JSON.parse(text.slice(begins));
    if (begins === from) return this.#hear(event, payload);
    const answer = (said) => this.#line.send(`43${this.#space}${text.slice(from, begins)}[${said}]`);
    return this.#hear(event, payload, answer);
  }

  #answer(text, from) {
    const begins = text.indexOf('[', from);
    const ask = Number(text.slice(from, begins));
    const answered = this.#asked.get(ask);
    this.#asked.delete(ask);
    answered?.(JSON.parse(text.slice(begins))[0]);
  }
}
