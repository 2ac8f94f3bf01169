// One connection of a client that costs the same whatever it speaks to: WebSocket frames, and nothing above them.
import { once } from 'node:events';
import { WebSocket } from 'ws';

export class RawLine {
  #socket;

  constructor(url, { cookie, hear }) {
    const headers = cookie === undefined ? {} : { cookie };
    this.#socket = new WebSocket(url, { perMessageDeflate: false, headers, maxPayload: 1 << 20 });
    this.#socket.on('message', (data) => hear(data.toString()));
    this.closed = new Promise((resolve) => this.#socket.once('close', resolve));
    this.opened = once(this.#socket, 'open');
    // What breaks later is seen by what does not arrive.
    this.#socket.on('error', () => {});
  }

  send(text) {
    this.#socket.send(text);
  }

  /** Cut, without a word. */
  close() {
    this.#socket.terminate();
    return this.closed;
  }
}
