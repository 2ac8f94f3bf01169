// WebSockets whose short texts leave in one write. ws hands over a frame's head and its text apart: two stream writes, a cork
// and a vector for every word that is told.
import type { Duplex } from 'node:stream';
import { type Server, type ServerOptions, WebSocket, WebSocketServer } from 'ws';

type Said = Parameters<WebSocket['send']>[0];
type Options = Parameters<WebSocket['send']>[1];
type Sent = (failed?: Error) => void;

/** RFC 6455 §5.2: a whole text, unmasked. Up to SHORT its length stands in the second byte, up to MEDIUM in the two after it. */
const TEXT = 0x81;
const SHORT = 125;
const IN_TWO = 126;
const MEDIUM = 0xffff;

const headOf = (length: number): string =>
  length <= SHORT
    ? String.fromCharCode(TEXT, length)
    : String.fromCharCode(TEXT, IN_TWO, length >> 8, length & 0xff);

class OneWriteSocket extends WebSocket {
  #wire: Duplex | undefined;

  writesTo(wire: Duplex): void {
    this.#wire = wire;
  }

  /** What is all ASCII, as nearly everything is, has as many bytes as characters; the rest, and any option, is left to ws. */
  override send(said: Said, options?: Options | Sent, sent?: Sent): void {
    const isPlain =
      typeof said === 'string' && said.length <= MEDIUM && Buffer.byteLength(said) === said.length;
    if (isPlain && this.#wire && typeof options === 'function' && this.readyState === WebSocket.OPEN)
      this.#wire.write(headOf(said.length) + said, 'latin1', (failed) => options(failed ?? undefined));
    else if (typeof options === 'function' || options === undefined) super.send(said, options);
    else super.send(said, options, sent);
  }
}

type Upgrade = Parameters<Server<typeof OneWriteSocket>['handleUpgrade']>;

/** Compression must be off: a text that ws still compresses would be overtaken. */
export class OneWriteServer extends WebSocketServer<typeof OneWriteSocket> {
  constructor(options: ServerOptions<typeof OneWriteSocket>) {
    super({ ...options, perMessageDeflate: false, WebSocket: OneWriteSocket });
  }

  override handleUpgrade(...[request, wire, head, open]: Upgrade): void {
    super.handleUpgrade(request, wire, head, (client, same) => {
      client.writesTo(wire);
      open(client, same);
    });
  }
}
